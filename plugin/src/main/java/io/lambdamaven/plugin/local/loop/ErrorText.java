package io.lambdamaven.plugin.local.loop;

import org.jspecify.annotations.Nullable;

/** A failure as Lambda reports it, in JSON. */
final class ErrorText {
    private ErrorText() {}

    static String of(Throwable failure) {
        StringBuilder json = new StringBuilder(256);
        append(json, failure, 0);
        return json.toString();
    }

    private static void append(StringBuilder json, Throwable failure, int depth) {
        json.append("{\"errorMessage\":");
        quote(json, failure.getMessage());
        json.append(",\"errorType\":");
        quote(json, failure.getClass().getName());
        json.append(",\"stackTrace\":[");
        String comma = "";
        for (StackTraceElement element : failure.getStackTrace()) {
            json.append(comma);
            quote(json, element.toString());
            comma = ",";
        }
        json.append(']');
        Throwable cause = failure.getCause();
        // A chain of causes may be a ring.
        if (cause != null && depth < 20) {
            json.append(",\"cause\":");
            append(json, cause, depth + 1);
        }
        json.append('}');
    }

    private static void quote(StringBuilder json, @Nullable String text) {
        if (text == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
