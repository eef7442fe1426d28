package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An EventBridge rule on a schedule, on the default bus, with the alias as its one target. */
public record ScheduleRule(
        String name,
        @Nullable String expression,
        @Nullable String description,
        @Nullable Boolean enabled,
        String functionName,
        String alias,
        ResourceId permission,
        Map<String, String> tags)
        implements Resource {
    public ScheduleRule {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.SCHEDULE_RULE, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("expression", expression)
                .put("description", description)
                .put("enabled", enabled)
                .put("target", functionName + ":" + alias)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
