package io.lambdamaven.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stack traces as text in which a message cannot begin a line of its own. */
final class Traces {
    private Traces() {}

    static String of(Throwable failure) {
        StringBuilder out = new StringBuilder();
        append(out, "", "", failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        return out.toString();
    }

    private static void append(
            StringBuilder out, String indent, String caption, Throwable failure, Set<Throwable> seen) {
        out.append(indent).append(caption).append(escaped(String.valueOf(failure)));
        if (!seen.add(failure)) {
            out.append(" (seen above)\n");
            return;
        }
        out.append('\n');
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < frames.length; i++) {
            out.append(indent).append("\tat ").append(frames[i]).append('\n');
        }
        Throwable[] suppressed = failure.getSuppressed();
        for (int i = 0; i < suppressed.length; i++) {
            append(out, indent + "\t", "Suppressed: ", suppressed[i], seen);
        }
        Throwable cause = failure.getCause();
        if (cause != null) {
            append(out, indent, "Caused by: ", cause, seen);
        }
    }

    /** Control characters, and the line separators of Unicode, as Java writes them. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) {
                hex(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void hex(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 15, 16));
        }
    }
}
