package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a new version is asked if it starts before its aliases move. */
enum ProbeMode {
    AUTO,
    ON,
    OFF;

    static ProbeMode of(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return AUTO;
        }
        try {
            return valueOf(said.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserFault(
                    Problem.LM515,
                    Place.of("lambda.probe"),
                    "'" + said + "' is none of auto, on and off.",
                    "Set <probe> or -Dlambda.probe to one of them.",
                    e);
        }
    }

    /** An emulator behind an endpoint need not be able to run Java. */
    boolean asks(boolean endpointIsSet) {
        return this == ON || (this == AUTO && !endpointIsSet);
    }
}
