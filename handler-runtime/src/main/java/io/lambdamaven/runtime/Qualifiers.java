package io.lambdamaven.runtime;

import org.jspecify.annotations.Nullable;

/** Which alias an invocation came through; what an event may ask for depends on it, since its content proves nothing. */
final class Qualifiers {
    /** Nothing but operators' calls come this way. */
    static final String OPS = "ops";

    /** Sources whose content somebody else shapes come this way. */
    static final String RAW = "raw";

    private Qualifiers() {}

    /** The eighth part of {@code arn:aws:lambda:region:account:function:name:qualifier}; empty if there is none. */
    static String of(@Nullable String invokedFunctionArn) {
        if (invokedFunctionArn == null) {
            return "";
        }
        int colon = -1;
        for (int colons = 0; colons < 7; colons++) {
            colon = invokedFunctionArn.indexOf(':', colon + 1);
            if (colon < 0) {
                return "";
            }
        }
        return invokedFunctionArn.indexOf(':', colon + 1) < 0 ? invokedFunctionArn.substring(colon + 1) : "";
    }
}
