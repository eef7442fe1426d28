package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.CodeObject;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what has to change for the observed resources to become the desired ones. */
public final class Planner {
    private static final String HOLDS_DATA = "it holds data and goes only with -Dlambda.deleteData";

    private static final AttributeChange REPUBLISHED =
            new AttributeChange("configuration", "not known", "as of this run");

    private final Map<ResourceId, Resource> desired;
    private final Map<ResourceId, Resource> observed;
    private final boolean deleteData;

    private Planner(Desired desired, Observed observed, boolean deleteData) {
        this.desired = byId(desired.resources());
        this.observed = byId(observed.resources());
        this.deleteData = deleteData;
    }

    /**
     * The difference, in an order in which it can be applied.
     *
     * @param deleteData whether what holds data and is no longer wanted goes too
     */
    public static Plan plan(Desired desired, Observed observed, boolean deleteData) {
        return new Planner(desired, observed, deleteData).plan();
    }

    private Plan plan() {
        List<Change> changes = new ArrayList<>();
        desired.values().forEach(resource -> changes.add(toReach(resource)));
        observed.values().stream()
                .filter(resource -> !desired.containsKey(resource.id()))
                .forEach(resource -> changes.add(toRemove(resource)));
        return new Plan(ChangeGraph.of(changes).ordered());
    }

    private Change toReach(Resource wanted) {
        Resource there = observed.get(wanted.id());
        if (there == null) {
            return new Change.Create(wanted);
        }
        List<AttributeChange> attributes = AttributeDiff.known(there, wanted);
        if (wanted instanceof LambdaFunction function) {
            attributes = withUntold(function, attributes);
        } else if (attributes.isEmpty() && isReconfigured(publishedFunction(wanted))) {
            attributes = List.of(REPUBLISHED);
        }
        return attributes.isEmpty() ? new Change.Keep(there) : new Change.Update(there, wanted, attributes);
    }

    private List<AttributeChange> withUntold(LambdaFunction wanted, List<AttributeChange> known) {
        Resource there = observed.get(wanted.id());
        return there == null
                        || known.stream().anyMatch(Planner::isConfiguration)
                        || configurationIsPublished(wanted.name())
                ? known
                : join(known, AttributeDiff.unknown(there, wanted));
    }

    /**
     * Whether this plan writes configuration. Then the newest version may hold another one, whatever the digest says:
     * a run that was killed after it moved the aliases has not written its digest.
     */
    private boolean isReconfigured(@Nullable String functionName) {
        if (functionName == null) {
            return false;
        }
        ResourceId id = new ResourceId(ResourceType.FUNCTION, functionName);
        Resource wanted = desired.get(id);
        Resource there = observed.get(id);
        return wanted != null
                && there != null
                && AttributeDiff.known(there, wanted).stream().anyMatch(Planner::isConfiguration);
    }

    private static @Nullable String publishedFunction(Resource resource) {
        if (resource instanceof Version version) {
            return version.functionName();
        }
        return resource instanceof Alias alias ? alias.functionName() : null;
    }

    private Change toRemove(Resource unwanted) {
        if (unwanted instanceof CodeObject code) {
            List<String> users = code.usedBy().stream().filter(this::stays).toList();
            return users.isEmpty()
                    ? new Change.Delete(code)
                    : new Change.Leave(
                            code, String.join(", ", users) + (users.size() == 1 ? " fetches it" : " fetch it"));
        }
        return unwanted.id().type().dataBearing() && !deleteData
                ? new Change.Leave(unwanted, HOLDS_DATA)
                : new Change.Delete(unwanted);
    }

    /** Whether the function of a version is wanted: else the version goes with it. */
    private boolean stays(String version) {
        return desired.containsKey(
                new ResourceId(ResourceType.FUNCTION, version.substring(0, version.lastIndexOf(':'))));
    }

    /** Some endpoints do not report all of a function's configuration; then the digest in its tag decides. */
    private boolean configurationIsPublished(String functionName) {
        ResourceId id = new ResourceId(ResourceType.CONFIGURATION_TAG, functionName);
        Resource wanted = desired.get(id);
        Resource there = observed.get(id);
        return wanted == null || (there != null && Objects.equals(there.attributes(), wanted.attributes()));
    }

    private static boolean isConfiguration(AttributeChange change) {
        return !change.name().equals(LambdaFunction.CODE) && !change.name().startsWith("tags.");
    }

    private static List<AttributeChange> join(List<AttributeChange> first, List<AttributeChange> second) {
        List<AttributeChange> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static Map<ResourceId, Resource> byId(List<Resource> resources) {
        Map<ResourceId, Resource> byId = new TreeMap<>();
        for (Resource resource : resources) {
            if (byId.put(resource.id(), resource) != null) {
                throw new IllegalArgumentException("Two resources are " + resource.id());
            }
        }
        return byId;
    }
}
