package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;

/** Texts that a service shows to people. */
final class Texts {
    private Texts() {}

    /** What went wrong, and where to read more. */
    static String reason(Throwable cause, Context context) {
        String message = cause.getMessage();
        String stream = context.getLogStreamName();
        return (message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message)
                + (stream == null || stream.isEmpty() ? "" : " (log stream: " + stream + ")");
    }

    /** The start of a text, with an ellipsis for what is missing. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(0, most - 1);
        // Half of a character is none.
        end -= end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return text.substring(0, end) + "…";
    }

    /** What may stand in a header. */
    static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return out.toString();
    }
}
