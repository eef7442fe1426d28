package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.resource.FunctionPart;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which function each change is about: the one that it is a part of, leads to, or is made for. */
final class PlanGroups {
    private static final String SHARED = "shared";

    private final Map<ResourceId, Resource> byId = new TreeMap<>();
    private final Map<ResourceId, Set<String>> functions = new HashMap<>();

    private PlanGroups(Plan plan) {
        plan.changes().forEach(change -> byId.put(change.id(), resource(change)));
        Set<ResourceId> unknown = new TreeSet<>(byId.keySet());
        unknown.removeIf(id -> !functions(id).isEmpty());
        // A role or a queue knows no function; the functions know them.
        byId.values()
                .forEach(user -> user.dependsOn().stream()
                        .filter(unknown::contains)
                        .forEach(used -> functions(used).addAll(functions(user.id()))));
    }

    /** The changes by function, those about several or none at the end; in the plan's order. */
    static Map<String, List<Change>> of(Plan plan) {
        PlanGroups groups = new PlanGroups(plan);
        Map<String, List<Change>> changes = new TreeMap<>();
        List<Change> shared = new ArrayList<>();
        for (Change change : plan.changes()) {
            Set<String> functions = groups.functions(change.id());
            List<Change> group = functions.size() == 1
                    ? changes.computeIfAbsent("function " + functions.iterator().next(), name -> new ArrayList<>())
                    : shared;
            group.add(change);
        }
        Map<String, List<Change>> ordered = new LinkedHashMap<>(changes);
        if (!shared.isEmpty()) {
            ordered.put(SHARED, shared);
        }
        return ordered;
    }

    private Set<String> functions(ResourceId id) {
        Set<String> known = functions.get(id);
        if (known != null) {
            return known;
        }
        Set<String> found = new TreeSet<>();
        functions.put(id, found);
        Resource resource = byId.get(id);
        if (resource != null) {
            found.addAll(own(resource));
            if (found.isEmpty()) {
                resource.dependsOn().forEach(needed -> found.addAll(functions(needed)));
            }
        }
        return found;
    }

    private static Set<String> own(Resource resource) {
        if (resource instanceof LambdaFunction function) {
            return Set.of(function.name());
        }
        return resource instanceof FunctionPart part ? Set.of(part.functionName()) : Set.of();
    }

    private static Resource resource(Change change) {
        if (change instanceof Change.Create create) {
            return create.desired();
        } else if (change instanceof Change.Update update) {
            return update.desired();
        } else if (change instanceof Change.Delete delete) {
            return delete.observed();
        } else if (change instanceof Change.Keep keep) {
            return keep.observed();
        }
        return ((Change.Leave) change).observed();
    }
}
