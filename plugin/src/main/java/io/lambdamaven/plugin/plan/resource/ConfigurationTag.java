package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tag {@code lambda-maven:digest}, written after the aliases moved: with it a configuration is known to be
 * published even where an endpoint does not report all of it.
 *
 * @param aliases the aliases it waits for
 */
public record ConfigurationTag(
        String functionName, @Nullable String digest, List<String> aliases) implements Resource {
    public ConfigurationTag {
        aliases = List.copyOf(aliases);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.CONFIGURATION_TAG, functionName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("digest", digest).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return aliases.stream().map(alias -> Alias.id(functionName, alias)).toList();
    }
}
