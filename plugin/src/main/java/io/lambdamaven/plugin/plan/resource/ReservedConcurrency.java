package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How many calls of a function, of all its versions together, run at once at most; so many are kept free for it. */
public record ReservedConcurrency(
        String functionName, @Nullable Integer executions) implements Resource, FunctionPart {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.RESERVED_CONCURRENCY, functionName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("executions", executions).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.FUNCTION, functionName));
    }
}
