package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the port a stage is deployed through: AWS or the local Lambda. */
record Targets(
        @Nullable String profile,
        @Nullable String endpoint,
        @Nullable File localDirectory,
        LogProgress progress) {

    Port port(Staged staged) {
        throw new IllegalStateException("x" + staged);
    }

    FunctionClient functions(Staged staged) {
        throw new IllegalStateException("x" + staged);
    }

    /** The URLs at which the stage's HTTP routes answer. */
    List<String> endpoints(Staged staged) {
        throw new IllegalStateException("x" + staged);
    }
}
