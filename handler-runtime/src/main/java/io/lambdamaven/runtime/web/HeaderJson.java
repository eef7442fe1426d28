package io.lambdamaven.runtime.web;

import java.nio.charset.StandardCharsets;

/** JSON as the value of a header: of one line, and of ASCII alone. */
final class HeaderJson {
    private static final String HEX = "0123456789abcdef";

    private HeaderJson() {}

    /** The same JSON. What is no ASCII can only stand in its texts, where an escape means the same. */
    static String of(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f) {
                out.append("\\u")
                        .append(HEX.charAt(c >> 12))
                        .append(HEX.charAt(c >> 8 & 15))
                        .append(HEX.charAt(c >> 4 & 15))
                        .append(HEX.charAt(c & 15));
            } else {
                // Controls are white space between values; within a text JSON escapes them.
                out.append(c < ' ' ? ' ' : c);
            }
        }
        return out.toString();
    }
}
