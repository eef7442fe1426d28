package io.lambdamaven.runtime.config;

import java.nio.charset.StandardCharsets;

/** Encodes what goes into an address of a request. */
final class Uris {
    private static final String HEX = "0123456789ABCDEF";

    private Uris() {}

    /** A path, whose slashes stay. */
    static String path(String text) {
        return encoded(text, true);
    }

    /** A value of a query. */
    static String part(String text) {
        return encoded(text, false);
    }

    private static String encoded(String text, boolean slashes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (isPlain(c) || (slashes && c == '/')) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }
}
