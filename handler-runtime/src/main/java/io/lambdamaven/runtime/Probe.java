package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy asks a new version before traffic moves to it: that it answers at all; and what an operator asks a
 * version that runs: which of its settings are no longer what their sources hold. Only an invocation of a numbered
 * version is answered so; what comes through an alias, whatever it holds, is an event.
 */
final class Probe {
    private static final byte[] QUESTION = "{\"lambda-maven\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANSWER = "{\"lambda-maven\":\"pong\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DIFFERENCES = "{\"lambda-maven\":\"config-diff\"}".getBytes(StandardCharsets.UTF_8);

    private Probe() {}

    static boolean is(byte[] event, String qualifier) {
        return isVersion(qualifier) && Arrays.equals(event, QUESTION);
    }

    static boolean asksForDifferences(byte[] event, String qualifier) {
        return isVersion(qualifier) && Arrays.equals(event, DIFFERENCES);
    }

    private static boolean isVersion(String qualifier) {
        return !qualifier.isEmpty() && Character.isDigit(qualifier.charAt(0));
    }

    static byte[] differences(@Nullable Configured configured, Context context) {
        return configured == null
                ? "{\"lambda-maven\":\"config-diff\",\"sources\":[]}".getBytes(StandardCharsets.UTF_8)
                : configured.differences(context.getRemainingTimeInMillis());
    }

    static byte[] answer() {
        return ANSWER.clone();
    }
}
