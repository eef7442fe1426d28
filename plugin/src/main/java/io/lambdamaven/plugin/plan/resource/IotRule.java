package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A topic rule of AWS IoT that sends the messages it selects to the alias.
 *
 * @param sql the statement; null if not known
 */
public record IotRule(
        String name,
        @Nullable String sql,
        String functionName,
        String alias,
        ResourceId permission,
        Map<String, String> tags)
        implements Resource {
    public IotRule {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of a rule: its name is unique in its Region. */
    public static ResourceId id(String name) {
        return new ResourceId(ResourceType.IOT_RULE, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("sql", sql)
                .put("target", functionName + ":" + alias)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
