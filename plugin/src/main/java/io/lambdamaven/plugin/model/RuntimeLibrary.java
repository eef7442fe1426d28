package io.lambdamaven.plugin.model;

import java.util.List;

/**
 * A library that comes with the handler runtime, and that only some handlers need.
 *
 * @param artifact {@code groupId:artifactId}; what it brings with it belongs to it
 * @param cost what it costs at run time, beside its size
 * @param otherwise a sentence on how to do without
 * @param anyValue whether it is needed by whoever hands the runtime a value of any type
 * @param needs those of the handlers
 */
public record RuntimeLibrary(String artifact, String cost, String otherwise, boolean anyValue, List<Need> needs) {
    public RuntimeLibrary {
        needs = List.copyOf(needs);
    }

    /** Its name in messages. */
    public String artifactId() {
        return artifact.substring(artifact.indexOf(':') + 1);
    }
}
