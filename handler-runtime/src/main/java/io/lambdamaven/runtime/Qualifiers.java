package io.lambdamaven.runtime;

import org.jspecify.annotations.Nullable;

/** Which alias an invocation came through; what an event may ask for depends on it, since its content proves nothing. */
final class Qualifiers {
    /** Nothing but operators' calls come this way. */
    static final String OPS = "ops";

    /** Sources whose content somebody else shapes come this way. */
    static final String RAW = "raw";

    private static final String FUNCTION = ":function";

    private Qualifiers() {}

    /** The eighth part of {@code arn:aws:lambda:region:account:function:name:qualifier}; empty if there is none. */
    static String of(@Nullable String invokedFunctionArn) {
        if (invokedFunctionArn == null) {
            return "";
        }
        // From its end, since most of it is of no interest.
        int last = invokedFunctionArn.lastIndexOf(':');
        int name = invokedFunctionArn.lastIndexOf(':', last - 1);
        return invokedFunctionArn.startsWith(FUNCTION, name - FUNCTION.length())
                ? invokedFunctionArn.substring(last + 1)
                : "";
    }
}
