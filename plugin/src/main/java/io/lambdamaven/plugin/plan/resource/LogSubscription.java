package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A subscription filter of a log group with the alias as its destination.
 *
 * @param filterPattern empty for everything
 */
public record LogSubscription(
        String logGroup,
        String functionName,
        String alias,
        @Nullable String filterPattern,
        ResourceId permission) implements Resource {
    @Override
    public ResourceId id() {
        return id(logGroup, functionName, alias);
    }

    /** The id of the subscription of an alias. */
    public static ResourceId id(String logGroup, String functionName, String alias) {
        return new ResourceId(ResourceType.LOG_SUBSCRIPTION, logGroup + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("filterPattern", filterPattern).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission, new ResourceId(ResourceType.SOURCE_LOG_GROUP, logGroup));
    }
}
