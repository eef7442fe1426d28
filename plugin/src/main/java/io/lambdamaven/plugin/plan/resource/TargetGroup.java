package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A target group of Elastic Load Balancing whose one target is an alias.
 *
 * @param name unique in its account and Region
 * @param multiValueHeaders whether headers and query parameters that stand there twice arrive twice
 * @param healthCheck the path that is asked to see whether the function answers; null for none
 */
public record TargetGroup(
        String name,
        String functionName,
        String alias,
        @Nullable Boolean multiValueHeaders,
        @Nullable String healthCheck,
        Map<String, String> tags,
        ResourceId permission)
        implements Resource {
    public TargetGroup {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of the target group of this name. */
    public static ResourceId id(String name) {
        return new ResourceId(ResourceType.TARGET_GROUP, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("target", functionName + ":" + alias)
                .put("multiValueHeaders", multiValueHeaders)
                .put("healthCheck", healthCheck)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("healthCheck");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
