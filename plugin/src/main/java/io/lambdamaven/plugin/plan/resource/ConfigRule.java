package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A custom rule of AWS Config that the alias evaluates.
 *
 * @param onChanges whether changes of resources call it
 * @param resourceTypes those whose changes do, none for all that are recorded
 * @param frequency how often it is called besides, empty for never
 */
public record ConfigRule(
        String name,
        boolean onChanges,
        List<String> resourceTypes,
        @Nullable String frequency,
        String functionName,
        String alias,
        ResourceId permission,
        Map<String, String> tags)
        implements Resource {
    public ConfigRule {
        resourceTypes = List.copyOf(resourceTypes);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of a rule: its name is unique within account and Region. */
    public static ResourceId id(String name) {
        return new ResourceId(ResourceType.CONFIG_RULE, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("frequency", frequency)
                .put("onChanges", onChanges)
                .put("resourceTypes", resourceTypes)
                .put("target", functionName + ":" + alias)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
