package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest published version: out of date when code or configuration changed since.
 *
 * @param configurationDigest digest of the configuration it was published with
 * @param kept how many versions there are to be with it, or, where there are more that nothing points at, how many there
 *     are; null where nobody asks
 */
public record Version(
        String functionName,
        @Nullable String codeSha256,
        @Nullable String configurationDigest,
        @Nullable Integer kept) implements Resource {
    /** One of any number. */
    public Version(String functionName, @Nullable String codeSha256, @Nullable String configurationDigest) {
        this(functionName, codeSha256, configurationDigest, null);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.VERSION, functionName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("codeSha256", codeSha256)
                .put("configurationDigest", configurationDigest)
                .put("kept", kept)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.FUNCTION, functionName));
    }
}
