package io.lambdamaven.plugin.model;

import java.util.List;

/**
 * A library that comes with the handler runtime, and that only some handlers need.
 *
 * @param artifacts {@code groupId:artifactId} of what the runtime depends on for it, the one that it is named after
 *     first; what these bring with them belongs to it
 * @param cost what it costs at run time, beside its size
 * @param otherwise a sentence on how to do without
 * @param anyValue whether it is needed by whoever hands the runtime a value of any type
 * @param needs those of the handlers
 */
public record RuntimeLibrary(
        List<String> artifacts, String cost, String otherwise, boolean anyValue, List<Need> needs) {
    public RuntimeLibrary {
        artifacts = List.copyOf(artifacts);
        needs = List.copyOf(needs);
    }

    /** {@code groupId:artifactId} of the one it is named after. */
    public String artifact() {
        return artifacts.get(0);
    }

    /** Its name in messages. */
    public String artifactId() {
        return artifact().substring(artifact().indexOf(':') + 1);
    }
}
