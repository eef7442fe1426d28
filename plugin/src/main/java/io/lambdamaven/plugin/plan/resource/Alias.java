package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An alias that follows the newest published version; its attributes are those of the version it points at. */
public record Alias(
        String functionName,
        String alias,
        @Nullable String codeSha256,
        @Nullable String configurationDigest) implements Resource {
    @Override
    public ResourceId id() {
        return id(functionName, alias);
    }

    /** The id of a function's alias. */
    public static ResourceId id(String functionName, String alias) {
        return new ResourceId(ResourceType.ALIAS, functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("codeSha256", codeSha256)
                .put("configurationDigest", configurationDigest)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.VERSION, functionName));
    }
}
