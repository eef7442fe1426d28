package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule of EventBridge that sends the events that fit a pattern to the alias, its one target.
 *
 * @param bus {@code default}, the name of another bus of this account and Region, or the ARN of one elsewhere
 * @param pattern JSON, sorted and without blanks
 */
public record EventRule(
        String bus,
        String name,
        @Nullable String pattern,
        @Nullable Boolean enabled,
        String functionName,
        String alias,
        ResourceId permission,
        Map<String, String> tags)
        implements Resource {
    /** The bus that every account has. */
    public static final String DEFAULT_BUS = "default";

    public EventRule {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(bus, name);
    }

    /** The id of a rule: its name is unique within its bus. */
    public static ResourceId id(String bus, String name) {
        return new ResourceId(ResourceType.EVENT_RULE, bus + "/" + name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("pattern", pattern)
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
