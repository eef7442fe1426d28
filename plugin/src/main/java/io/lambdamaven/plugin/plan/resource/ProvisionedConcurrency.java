package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How many environments of an alias are kept started. */
public record ProvisionedConcurrency(
        String functionName, String alias, @Nullable Integer executions) implements Resource, FunctionPart {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.PROVISIONED_CONCURRENCY, functionName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("executions", executions).toMap();
    }

    /** What is provisioned counts towards what is reserved. */
    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias), new ResourceId(ResourceType.RESERVED_CONCURRENCY, functionName));
    }
}
