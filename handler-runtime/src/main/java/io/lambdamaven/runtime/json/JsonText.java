package io.lambdamaven.runtime.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes texts of what stands between the quotes of JSON. */
final class JsonText {
    private JsonText() {}

    /** @throws JsonException if it is not UTF-8 */
    static String of(byte[] in, int start, int end, boolean ascii, boolean escaped) {
        if (ascii && !escaped) {
            return new String(in, start, end - start, StandardCharsets.ISO_8859_1);
        }
        String raw = new String(in, start, end - start, StandardCharsets.UTF_8);
        // What cannot be decoded becomes this character: only then is it worth asking whether it stood there itself.
        if (raw.indexOf('\uFFFD') >= 0) {
            checkUtf8(in, start, end);
        }
        return escaped ? unescaped(raw) : raw;
    }

    private static void checkUtf8(byte[] in, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in, start, end - start));
        } catch (CharacterCodingException e) {
            throw new JsonExtent(in).fault("a text is not UTF-8", end + 1);
        }
    }

    private static String unescaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = raw.charAt(i++);
            switch (escape) {
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    int code = 0;
                    for (int digit = 0; digit < 4; digit++) {
                        code = code * 16 + Character.digit(raw.charAt(i++), 16);
                    }
                    out.append((char) code);
                }
                default -> out.append(escape);
            }
        }
        return out.toString();
    }
}
