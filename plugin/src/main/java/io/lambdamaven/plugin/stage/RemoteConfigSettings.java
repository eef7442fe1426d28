package io.lambdamaven.plugin.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a function's remote configuration comes from.
 *
 * @param sources as the pom has them, in order; empty for none
 * @param refresh seconds after which it is loaded again, or null for never
 * @param kmsKey ARN of the key that it is encrypted with, or null for one of AWS's own
 */
public record RemoteConfigSettings(
        List<String> sources,
        @Nullable Integer refresh,
        @Nullable String kmsKey) {
    public RemoteConfigSettings {
        sources = List.copyOf(sources);
    }

    /** Whether it is read by requests that are signed. */
    public boolean needsSigner() {
        return sources.stream().anyMatch(source -> !source.startsWith("file:"));
    }
}
