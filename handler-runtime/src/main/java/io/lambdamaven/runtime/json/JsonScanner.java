package io.lambdamaven.runtime.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Splits JSON in UTF-8 into tokens, strictly by RFC 8259. Written by hand because it stands on the way of every first
 * event: Jackson's parser costs a cold start some forty milliseconds, this one less than two. Tests hold it to Jackson's
 * judgement of the same bytes.
 */
final class JsonScanner {
    static final int NONE = 0;
    static final int START_OBJECT = 1;
    static final int END_OBJECT = 2;
    static final int START_ARRAY = 3;
    static final int END_ARRAY = 4;
    static final int NAME = 5;
    static final int STRING = 6;
    static final int WHOLE = 7;
    static final int DECIMAL = 8;
    static final int TRUE = 9;
    static final int FALSE = 10;
    static final int NULL = 11;
    static final int END = 12;

    private static final int EOF = -1;

    private final byte[] in;
    private final boolean[] objects = new boolean[Limits.DEPTH + 1];
    private int depth;
    private int at;
    private int token = NONE;
    private int from;
    private int start;
    private int end;
    private boolean escaped;
    private boolean ascii;

    JsonScanner(byte[] in) {
        this.in = in;
        boolean mark = in.length >= 3 && in[0] == (byte) 0xEF && in[1] == (byte) 0xBB && in[2] == (byte) 0xBF;
        at = mark ? 3 : 0;
    }

    int token() {
        return token;
    }

    /** Where the token begins. */
    int from() {
        return from;
    }

    /** Where what follows the token begins. */
    int at() {
        return at;
    }

    int next() {
        int c = space();
        from = at;
        switch (token) {
            case NONE -> value(c);
            case NAME -> {
                if (c != ':') {
                    throw unexpected(c);
                }
                at++;
                c = space();
                from = at;
                value(c);
            }
            case START_OBJECT -> {
                if (c == '}') {
                    close(END_OBJECT);
                } else {
                    name(c);
                }
            }
            case START_ARRAY -> {
                if (c == ']') {
                    close(END_ARRAY);
                } else {
                    value(c);
                }
            }
            default -> following(c);
        }
        return token;
    }

    /** Goes to the end of the object or array that the token begins; of other tokens nothing is left to skip. */
    void skip() {
        if (token == START_OBJECT || token == START_ARRAY) {
            int outside = depth - 1;
            int begin = from;
            while (depth > outside) {
                next();
            }
            from = begin;
        }
    }

    private void following(int c) {
        if (depth == 0) {
            if (c != EOF) {
                throw fault("something follows its end");
            }
            token = END;
        } else if (c == ',') {
            at++;
            int d = space();
            from = at;
            if (objects[depth]) {
                name(d);
            } else {
                value(d);
            }
        } else if (c == (objects[depth] ? '}' : ']')) {
            close(objects[depth] ? END_OBJECT : END_ARRAY);
        } else {
            throw unexpected(c);
        }
    }

    private void close(int closing) {
        at++;
        depth--;
        token = closing;
    }

    private void open(boolean object) {
        if (depth == Limits.DEPTH) {
            throw fault("its nesting depth exceeds " + Limits.DEPTH);
        }
        at++;
        objects[++depth] = object;
        token = object ? START_OBJECT : START_ARRAY;
    }

    private void name(int c) {
        if (c != '"') {
            throw unexpected(c);
        }
        string();
        if (end - start > Limits.NAME) {
            throw fault("a key is longer than " + Limits.NAME + " bytes");
        }
        token = NAME;
    }

    private void value(int c) {
        switch (c) {
            case '"' -> {
                string();
                token = STRING;
            }
            case '{' -> open(true);
            case '[' -> open(false);
            case 't' -> literal("true", TRUE);
            case 'f' -> literal("false", FALSE);
            case 'n' -> literal("null", NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected(c);
        }
    }

    /** The next byte that is no white space, not yet taken. */
    private int space() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
        return here();
    }

    private int here() {
        return at < in.length ? in[at] & 0xFF : EOF;
    }

    private void literal(String word, int found) {
        start = at;
        for (int i = 0; i < word.length(); i++) {
            if (at >= in.length || in[at] != word.charAt(i)) {
                throw unexpected(here());
            }
            at++;
        }
        end = at;
        escaped = false;
        ascii = true;
        token = found;
    }

    private void number() {
        start = at;
        at += in[at] == '-' ? 1 : 0;
        int first = at;
        digits();
        if (in[first] == '0' && at > first + 1) {
            throw fault("a number begins with 0");
        }
        token = WHOLE;
        if (at < in.length && in[at] == '.') {
            at++;
            digits();
            token = DECIMAL;
        }
        if (at < in.length && (in[at] == 'e' || in[at] == 'E')) {
            at++;
            at += at < in.length && (in[at] == '+' || in[at] == '-') ? 1 : 0;
            digits();
            token = DECIMAL;
        }
        if (at - start > Limits.NUMBER) {
            throw fault("a number is longer than " + Limits.NUMBER + " characters");
        }
        end = at;
        escaped = false;
        ascii = true;
    }

    private void digits() {
        int first = at;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw unexpected(here());
        }
    }

    /** From an opening quote past the closing one. */
    private void string() {
        byte[] bytes = in;
        int i = at + 1;
        start = i;
        escaped = false;
        ascii = true;
        while (i < bytes.length) {
            byte c = bytes[i++];
            if (c == '"') {
                end = i - 1;
                at = i;
                return;
            } else if (c == '\\') {
                escaped = true;
                i = escape(i);
            } else if (c < ' ') {
                if (c >= 0) {
                    at = i - 1;
                    throw fault("a text holds a control character");
                }
                ascii = false;
            }
        }
        at = bytes.length;
        throw unexpected(EOF);
    }

    /** Past what follows a backslash. */
    private int escape(int i) {
        at = i;
        if (i >= in.length) {
            throw unexpected(EOF);
        }
        switch (in[i]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return i + 1;
            }
            case 'u' -> {
                for (int digit = 1; digit <= 4; digit++) {
                    if (i + digit >= in.length) {
                        at = in.length;
                        throw unexpected(EOF);
                    } else if (Character.digit(in[i + digit], 16) < 0) {
                        throw fault("an escape is malformed");
                    }
                }
                return i + 5;
            }
            default -> throw fault("an escape is malformed");
        }
    }

    /** The content of a name, string, number or literal. */
    String text() {
        if (ascii && !escaped) {
            return new String(in, start, end - start, StandardCharsets.ISO_8859_1);
        }
        String raw = new String(in, start, end - start, StandardCharsets.UTF_8);
        // What cannot be decoded becomes this character: only then is it worth asking whether it stood there itself.
        if (raw.indexOf('\uFFFD') >= 0) {
            checkUtf8();
        }
        return escaped ? unescaped(raw) : raw;
    }

    private void checkUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in, start, end - start));
        } catch (CharacterCodingException e) {
            throw fault("a text is not UTF-8");
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

    private JsonException unexpected(int c) {
        return c == EOF
                ? fault("it ends too early")
                : fault(c > ' ' && c < 127 ? "'" + (char) c + "' is out of place" : "a character is out of place");
    }

    private JsonException fault(String what) {
        return new JsonException("is not JSON that can be read here: " + what + ", at byte " + at);
    }
}
