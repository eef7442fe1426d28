package io.lambdamaven.runtime.web;

import java.nio.charset.StandardCharsets;

/** The target of a request line: path and query as the caller sent them, as far as the front tells. */
final class Target {
    private static final String HEX = "0123456789ABCDEF";
    private static final String PATH_SYMBOLS = "-._~!$&'()*+,;=:@/";

    private Target() {}

    /**
     * @param path as the event has it, without the stage
     * @param decoded whether the front decoded it
     */
    static String of(String path, boolean decoded, String rawQuery) {
        StringBuilder out = new StringBuilder(path.length() + rawQuery.length() + 2);
        if (!path.startsWith("/")) {
            out.append('/');
        }
        append(out, path, decoded);
        if (!rawQuery.isEmpty()) {
            append(out.append('?'), rawQuery, false);
        }
        return out.toString();
    }

    /** The path without a base path, which ends where a segment ends. */
    static String without(String basePath, String path) {
        int end = basePath.length();
        if (end == 0 || !path.startsWith(basePath) || (path.length() > end && path.charAt(end) != '/')) {
            return path;
        }
        return path.length() == end ? "/" : path.substring(end);
    }

    private static void append(StringBuilder out, String text, boolean decoded) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = stays(text.charAt(i), decoded);
        }
        if (plain) {
            out.append(text);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (stays(c, decoded)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
    }

    /** What was not decoded is left alone, unless it would end the target or the line. */
    private static boolean stays(char c, boolean decoded) {
        if (!decoded) {
            return c > ' ' && c < 0x7f && c != '#';
        }
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PATH_SYMBOLS.indexOf(c) >= 0;
    }
}
