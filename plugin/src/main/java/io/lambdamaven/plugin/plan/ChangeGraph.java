package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a plan waits for which. What stays waits for what it depends on; what goes waits for everything that
 * depended on it. What is kept is in the graph as well: a mapping waits for its function's role even where nothing
 * changes in between.
 */
public final class ChangeGraph {
    private final TreeMap<ResourceId, Change> changes = new TreeMap<>();
    private final TreeMap<ResourceId, SortedSet<ResourceId>> prerequisites = new TreeMap<>();

    private ChangeGraph(Collection<Change> all) {
        all.forEach(change -> changes.put(change.id(), change));
        all.forEach(change -> prerequisites.put(change.id(), new TreeSet<>()));
        all.forEach(this::link);
    }

    /** The graph of a plan. */
    public static ChangeGraph of(Plan plan) {
        return of(plan.changes());
    }

    static ChangeGraph of(Collection<Change> changes) {
        return new ChangeGraph(changes);
    }

    /** What has to be done before the change of this resource. */
    public SortedSet<ResourceId> prerequisites(ResourceId id) {
        return prerequisites.getOrDefault(id, new TreeSet<>());
    }

    /** Every change after all that it waits for; the same input gives the same order. */
    List<Change> ordered() {
        Comparator<Change> removalsLast = Comparator.comparing(change -> change instanceof Change.Delete);
        PriorityQueue<Change> ready = new PriorityQueue<>(removalsLast.thenComparing(ChangeGraph::inKind));
        Map<ResourceId, Change> waiting = new TreeMap<>(changes);
        Set<ResourceId> done = new HashSet<>();
        List<Change> ordered = new ArrayList<>();
        release(waiting, done, ready);
        while (!ready.isEmpty()) {
            Change next = ready.remove();
            ordered.add(next);
            done.add(next.id());
            release(waiting, done, ready);
        }
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("Resources depend on each other in a circle: " + waiting.keySet());
        }
        return ordered;
    }

    private void release(Map<ResourceId, Change> waiting, Set<ResourceId> done, PriorityQueue<Change> ready) {
        waiting.values().removeIf(change -> done.containsAll(prerequisites(change.id())) && ready.add(change));
    }

    /** Removal goes from the triggers down to the role. */
    private static int inKind(Change left, Change right) {
        int order = left.id().compareTo(right.id());
        return left instanceof Change.Delete && right instanceof Change.Delete ? -order : order;
    }

    private void link(Change change) {
        Resource before = before(change);
        if (stays(change)) {
            Resource wanted = after(change);
            wanted.dependsOn().stream().filter(this::isThereAfterwards).forEach(id -> await(change, id));
        }
        if (before != null) {
            before.dependsOn().stream()
                    .filter(id -> changes.get(id) instanceof Change.Delete)
                    .forEach(id -> await(changes.get(id), change.id()));
        }
        if (change instanceof Change.Delete && before instanceof BucketNotification old) {
            linkBucket(old);
        }
        linkCode(change);
        if (change instanceof Change.Delete && before instanceof Role) {
            linkRole(change);
        }
    }

    /** Code is there before the function that fetches it, or is made of it, and goes after it. */
    private void linkCode(Change change) {
        ResourceType type = change.id().type();
        boolean code = type == ResourceType.CODE_OBJECT;
        if ((code || type == ResourceType.BUCKET) && stays(change)) {
            functions().filter(ChangeGraph::stays).forEach(function -> await(function, change.id()));
        } else if (code && change instanceof Change.Delete) {
            functions().forEach(function -> await(change, function.id()));
        }
    }

    private Stream<Change> functions() {
        return changes.values().stream().filter(other -> other.id().type() == ResourceType.FUNCTION);
    }

    /** The version in use has its role until the aliases have moved. */
    private void linkRole(Change removal) {
        changes.values().stream()
                .filter(other -> stays(other) && other.id().type() == ResourceType.ALIAS)
                .forEach(other -> await(removal, other.id()));
    }

    /** S3 refuses an entry that overlaps one of the same bucket, so ours that go, go first. */
    private void linkBucket(BucketNotification old) {
        for (Change other : changes.values()) {
            if (stays(other)
                    && !(other instanceof Change.Keep)
                    && after(other) instanceof BucketNotification wanted
                    && wanted.bucket().equals(old.bucket())) {
                await(other, old.id());
            }
        }
    }

    private void await(@Nullable Change change, ResourceId prerequisite) {
        if (change != null && !change.id().equals(prerequisite)) {
            prerequisites.computeIfAbsent(change.id(), id -> new TreeSet<>()).add(prerequisite);
        }
    }

    private boolean isThereAfterwards(ResourceId id) {
        Change change = changes.get(id);
        return change != null && stays(change);
    }

    private static boolean stays(Change change) {
        return !(change instanceof Change.Delete) && !(change instanceof Change.Leave);
    }

    private static Resource after(Change change) {
        if (change instanceof Change.Create create) {
            return create.desired();
        }
        if (change instanceof Change.Update update) {
            return update.desired();
        }
        if (change instanceof Change.Keep keep) {
            return keep.observed();
        }
        throw new IllegalArgumentException(change.id() + " does not stay");
    }

    private static @Nullable Resource before(Change change) {
        if (change instanceof Change.Update update) {
            return update.observed();
        }
        if (change instanceof Change.Keep keep) {
            return keep.observed();
        }
        return change instanceof Change.Delete delete ? delete.observed() : null;
    }
}
