package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** @param retentionDays null for never expiring */
public record LogGroup(String name, @Nullable Integer retentionDays, Map<String, String> tags) implements Resource {
    public LogGroup {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.LOG_GROUP, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("retentionDays", retentionDays)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("retentionDays");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of();
    }
}
