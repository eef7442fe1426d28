package io.lambdamaven.runtime.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Headers of the form {@code value; name=value; name="value"}. */
final class HeaderText {
    private HeaderText() {}

    /** What is before the parameters, in lower case. */
    static String value(String header) {
        int semicolon = header.indexOf(';');
        return (semicolon < 0 ? header : header.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    /** The first parameter of that name; null if there is none, or if its quotes are not closed. */
    static @Nullable String parameter(String header, String name) {
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            String found = header.substring(at + 1, equals).trim();
            int from = equals + 1;
            while (from < header.length() && header.charAt(from) == ' ') {
                from++;
            }
            StringBuilder value = new StringBuilder();
            boolean quoted = from < header.length() && header.charAt(from) == '"';
            int end = quoted ? quoted(header, from + 1, value) : token(header, from, value);
            if (end < 0) {
                return null;
            } else if (found.equalsIgnoreCase(name)) {
                return value.toString();
            }
            at = header.indexOf(';', end);
        }
        return null;
    }

    private static int token(String header, int from, StringBuilder into) {
        int semicolon = header.indexOf(';', from);
        int end = semicolon < 0 ? header.length() : semicolon;
        into.append(header.substring(from, end).trim());
        return end;
    }

    /** Browsers escape no backslash: only one before a quote escapes. */
    private static int quoted(String header, int from, StringBuilder into) {
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                return i + 1;
            } else if (c == '\\' && i + 1 < header.length() && header.charAt(i + 1) == '"') {
                i++;
                into.append('"');
            } else {
                into.append(c);
            }
        }
        return -1;
    }
}
