package io.lambdamaven.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits JSON in UTF-8 into tokens. Written by hand because it stands on the way of every first event: Jackson's parser
 * costs a cold start some forty milliseconds, this one less than two. Tests hold it to Jackson's judgement of the same
 * bytes.
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

    private static final int USUAL_DEPTH = 16;
    private static final boolean[] NONE_OPEN = {};

    private final byte[] in;
    private final JsonExtent extent;
    private boolean[] objects = NONE_OPEN;
    private int depth;
    private int at;
    private int token = NONE;
    private int from;

    JsonScanner(byte[] in) {
        this(in, in.length >= 3 && in[0] == (byte) 0xEF && in[1] == (byte) 0xBB && in[2] == (byte) 0xBF ? 3 : 0);
    }

    /** Starts in the midst. */
    JsonScanner(byte[] in, int at) {
        this.in = in;
        this.extent = new JsonExtent(in);
        this.at = at;
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
        int i = extent.space(at);
        int c = extent.peek(i);
        switch (token) {
            case NONE -> value(i, c);
            case NAME -> {
                if (c != ':') {
                    throw extent.unexpected(i);
                }
                i = extent.space(i + 1);
                value(i, extent.peek(i));
            }
            case START_OBJECT -> {
                if (c == '}') {
                    close(i, END_OBJECT);
                } else {
                    name(i);
                }
            }
            case START_ARRAY -> {
                if (c == ']') {
                    close(i, END_ARRAY);
                } else {
                    value(i, c);
                }
            }
            default -> afterValue(i, c);
        }
        return token;
    }

    /** Goes to the end of the object or array that the token begins; of other tokens nothing is left to skip. */
    void skip() {
        if (token == START_OBJECT) {
            at = extent.object(at, depth);
            depth--;
            token = END_OBJECT;
        } else if (token == START_ARRAY) {
            at = extent.array(at, depth);
            depth--;
            token = END_ARRAY;
        }
    }

    private void afterValue(int i, int c) {
        if (depth == 0) {
            if (c >= 0) {
                throw extent.fault("something follows its end", i);
            }
            from = i;
            token = END;
        } else if (c == ',') {
            int next = extent.space(i + 1);
            if (objects[depth]) {
                name(next);
            } else {
                value(next, extent.peek(next));
            }
        } else if (c == (objects[depth] ? '}' : ']')) {
            close(i, objects[depth] ? END_OBJECT : END_ARRAY);
        } else {
            throw extent.unexpected(i);
        }
    }

    private void close(int i, int closing) {
        from = i;
        at = i + 1;
        depth--;
        token = closing;
    }

    private void open(int i, boolean object) {
        from = i;
        at = extent.inside(i, depth);
        depth++;
        if (depth >= objects.length) {
            objects = Arrays.copyOf(objects, depth < USUAL_DEPTH ? USUAL_DEPTH : Limits.DEPTH + 1);
        }
        objects[depth] = object;
        token = object ? START_OBJECT : START_ARRAY;
    }

    private void name(int i) {
        from = i;
        at = extent.name(i);
        token = NAME;
    }

    private void value(int i, int c) {
        if (c == '"') {
            from = i;
            at = extent.string(i + 1);
            token = STRING;
        } else if (c == '{') {
            open(i, true);
        } else if (c == '[') {
            open(i, false);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            from = i;
            at = extent.number(i);
            token = extent.isWhole() ? WHOLE : DECIMAL;
        } else {
            from = i;
            at = extent.literal(i);
            token = c == 't' ? TRUE : c == 'f' ? FALSE : NULL;
        }
    }

    /** Goes to the value of the next member that has one of the keys; what is between is skipped in one go. */
    int nextKey(Keys keys) {
        int i = extent.space(at);
        int c = extent.peek(i);
        if (c == '}') {
            close(i, END_OBJECT);
            return Keys.END;
        } else if (token != START_OBJECT) {
            i = following(i, c);
        }
        while (true) {
            int end = extent.name(i);
            int key = key(keys, i, end);
            int colon = extent.space(end);
            if (extent.peek(colon) != ':') {
                throw extent.unexpected(colon);
            }
            i = extent.space(colon + 1);
            if (key >= 0) {
                value(i, extent.peek(i));
                return key;
            }
            i = extent.space(extent.value(i, depth));
            c = extent.peek(i);
            if (c == '}') {
                close(i, END_OBJECT);
                return Keys.END;
            }
            i = following(i, c);
        }
    }

    private int key(Keys keys, int start, int end) {
        if (extent.isEscaped()) {
            byte[] name = JsonText.of(in, start + 1, end - 1, false, true).getBytes(StandardCharsets.UTF_8);
            return keys.find(name, 0, name.length);
        }
        return keys.find(in, start + 1, end - 1);
    }

    /** Past the comma before a next member. */
    private int following(int i, int c) {
        if (c != ',') {
            throw extent.unexpected(i);
        }
        return extent.space(i + 1);
    }

    /** The content of a name, string, number or literal. */
    String text() {
        return token == NAME || token == STRING
                ? JsonText.of(in, from + 1, at - 1, extent.isAscii(), extent.isEscaped())
                : JsonText.of(in, from, at, true, false);
    }
}
