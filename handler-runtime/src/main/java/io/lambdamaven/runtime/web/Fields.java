package io.lambdamaven.runtime.web;

import io.lambdamaven.runtime.event.NameValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about header fields on their way through. */
final class Fields {
    static final String REQUEST_ID = "X-Lambda-Request-Id";
    static final String REQUEST_CONTEXT = "X-Amzn-Request-Context";
    static final String TRACE_ID = "X-Amzn-Trace-Id";

    private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~";

    private Fields() {}

    /** Those that hold between two neighbours only, and those that {@code Connection} names, in lower case. */
    static Set<String> hopByHop(List<NameValue> headers) {
        Set<String> names = new HashSet<>();
        names.add("connection");
        names.add("keep-alive");
        names.add("proxy-connection");
        names.add("proxy-authenticate");
        names.add("proxy-authorization");
        names.add("te");
        names.add("trailer");
        names.add("transfer-encoding");
        names.add("upgrade");
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase("connection")) {
                addNamed(headers.get(i).value(), names);
            }
        }
        return names;
    }

    private static void addNamed(String list, Set<String> names) {
        int from = 0;
        while (from <= list.length()) {
            int comma = list.indexOf(',', from);
            int to = comma < 0 ? list.length() : comma;
            String name = list.substring(from, to).trim().toLowerCase(Locale.ROOT);
            // Nobody may have the host or the session taken off a request by naming it here.
            if (!name.equals("host") && !name.equals("cookie") && !name.equals("authorization")) {
                names.add(name);
            }
            from = to + 1;
        }
    }

    /** Written anew from what the front says, whatever a caller says. */
    static boolean isOurs(String lowerName) {
        return lowerName.equals("forwarded")
                || lowerName.startsWith("x-forwarded-")
                || lowerName.startsWith("x-lambda-")
                || lowerName.equals("x-amzn-request-context")
                || lowerName.equals("x-real-ip")
                || lowerName.equals("expect")
                || lowerName.equals("content-length");
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || TOKEN_SYMBOLS.indexOf(c) >= 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Nothing that could end the line. */
    static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** A host with or without a port, as RFC 3986 has it. */
    static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || "/\\?#@<>\"^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The first of that name, whatever its case. */
    static @Nullable String first(List<NameValue> headers, String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase(name)) {
                return headers.get(i).value();
            }
        }
        return null;
    }
}
