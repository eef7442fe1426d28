package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;

/**
 * The alias as the code hook of a Lex V2 bot alias that is there already.
 *
 * @param botAlias ids of bot and alias, with a slash between
 * @param locales those that it is the hook of
 */
public record LexHook(String botAlias, List<String> locales, String functionName, String alias, ResourceId permission)
        implements Resource {
    public LexHook {
        locales = List.copyOf(locales);
    }

    @Override
    public ResourceId id() {
        return id(botAlias, functionName, alias);
    }

    /** The id of the hook of a bot alias. */
    public static ResourceId id(String botAlias, String functionName, String alias) {
        return new ResourceId(ResourceType.LEX_HOOK, botAlias + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("locales", locales).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
