package io.lambdamaven.plugin.plan.resource;

import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How much the holders of API keys may call a REST API's stage, and their keys; the keys' values are made by API Gateway
 * and never read.
 *
 * @param name unique among our plans
 * @param stageName of the API of this name; empty if it is the plan of another one
 * @param throttling of each key, null for the stage's
 * @param quota requests of each key, null for any number
 * @param keys their names
 */
public record UsagePlan(
        String name,
        String stageName,
        @Nullable Throttling throttling,
        @Nullable Quota quota,
        List<String> keys,
        Map<String, String> tags)
        implements Resource {
    /**
     * How many requests are let through in a time.
     *
     * @param period {@code DAY}, {@code WEEK} or {@code MONTH}
     */
    public record Quota(int limit, String period) {}

    public UsagePlan {
        keys = keys.stream().sorted().toList();
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of the usage plan of an API. */
    public static ResourceId id(String apiName) {
        return new ResourceId(ResourceType.USAGE_PLAN, apiName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("stage", stageName)
                .put("throttling", throttling == null ? null : throttling.text())
                .put("quota", quota == null ? null : quota.limit() + " a " + quota.period())
                .put("keys", keys)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("quota", "throttling");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return stageName.isEmpty() ? List.of() : List.of(RestStage.id(name, stageName));
    }
}
