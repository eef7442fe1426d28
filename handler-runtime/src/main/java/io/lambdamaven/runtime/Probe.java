package io.lambdamaven.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a deploy asks a new version before traffic moves to it: that it answers at all. Only an invocation of a numbered
 * version is answered so; what comes through an alias, whatever it holds, is an event.
 */
final class Probe {
    private static final byte[] QUESTION = "{\"lambda-maven\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANSWER = "{\"lambda-maven\":\"pong\"}".getBytes(StandardCharsets.UTF_8);

    private Probe() {}

    static boolean is(byte[] event, String qualifier) {
        return !qualifier.isEmpty() && Character.isDigit(qualifier.charAt(0)) && Arrays.equals(event, QUESTION);
    }

    static byte[] answer() {
        return ANSWER.clone();
    }
}
