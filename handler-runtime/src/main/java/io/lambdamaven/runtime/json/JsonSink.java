package io.lambdamaven.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes JSON into memory, token by token; by hand for the reason that {@link JsonScanner} gives. */
public final class JsonSink {
    private static final String HEX = "0123456789abcdef";

    private static final int USUAL = 256;

    private byte[] out = new byte[USUAL];
    private int length;
    private boolean more;

    /** Starts with nothing written. */
    public JsonSink() {}

    /**
     * Opens an object.
     *
     * @return this
     */
    public JsonSink startObject() {
        return open('{');
    }

    /**
     * Closes an object.
     *
     * @return this
     */
    public JsonSink endObject() {
        return close('}');
    }

    /**
     * Opens an array.
     *
     * @return this
     */
    public JsonSink startArray() {
        return open('[');
    }

    /**
     * Closes an array.
     *
     * @return this
     */
    public JsonSink endArray() {
        return close(']');
    }

    /**
     * Names the member whose value comes next.
     *
     * @param name the member
     * @return this
     */
    public JsonSink name(String name) {
        separate();
        quote(name);
        put(':');
        more = false;
        return this;
    }

    /**
     * Names the member whose value comes next, where the name is always the same.
     *
     * @param quoted the name as {@link #quoted} made it
     * @return this
     */
    public JsonSink name(byte[] quoted) {
        json(quoted);
        more = false;
        return this;
    }

    /**
     * Makes a name ready to be written often.
     *
     * @param name in ASCII, of nothing that JSON escapes
     * @return with its quotes and colon
     */
    public static byte[] quoted(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes a string.
     *
     * @param value null is written as null
     * @return this
     */
    public JsonSink text(@Nullable String value) {
        if (value == null) {
            return raw("null");
        }
        separate();
        quote(value);
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param value the number
     * @return this
     */
    public JsonSink number(long value) {
        return raw(Long.toString(value));
    }

    /**
     * Writes true or false.
     *
     * @param value which of them
     * @return this
     */
    public JsonSink bool(boolean value) {
        return raw(value ? "true" : "false");
    }

    /**
     * Writes a value that is JSON already.
     *
     * @param json the value
     * @return this
     */
    public JsonSink json(byte[] json) {
        separate();
        reserve(json.length);
        System.arraycopy(json, 0, out, length, json.length);
        length += json.length;
        return this;
    }

    /**
     * Writes any value of maps, lists, texts, numbers and booleans without data binding; what else it holds with it.
     *
     * @param value the value
     * @return this
     * @throws JsonException if it has no form in JSON
     */
    public JsonSink value(@Nullable Object value) {
        if (Tree.isPlain(value)) {
            Tree.write(this, value);
            return this;
        }
        return json(Json.write(value));
    }

    /** Writes a value of ASCII characters that is JSON already. */
    JsonSink raw(String json) {
        separate();
        ascii(json);
        return this;
    }

    /**
     * What was written.
     *
     * @return UTF-8
     */
    public byte[] toBytes() {
        return Arrays.copyOf(out, length);
    }

    private void ascii(String text) {
        int count = text.length();
        reserve(count);
        byte[] bytes = out;
        int to = length;
        for (int i = 0; i < count; i++) {
            bytes[to++] = (byte) text.charAt(i);
        }
        length = to;
    }

    private JsonSink open(char bracket) {
        separate();
        put(bracket);
        more = false;
        return this;
    }

    private JsonSink close(char bracket) {
        put(bracket);
        more = true;
        return this;
    }

    /** A comma, unless what comes is the first of its object or array, or follows its name. */
    private void separate() {
        if (more) {
            put(',');
        }
        more = true;
    }

    private void quote(String text) {
        int count = text.length();
        reserve(count + 2);
        byte[] bytes = out;
        int to = length;
        bytes[to++] = '"';
        int plain = 0;
        while (plain < count) {
            char c = text.charAt(plain);
            if (c >= 0x80 || c < ' ' || c == '"' || c == '\\') {
                break;
            }
            bytes[to++] = (byte) c;
            plain++;
        }
        length = to;
        if (plain < count) {
            quote(text, plain);
        }
        put('"');
    }

    private void quote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c < ' ') {
                control(c);
            } else if (c < 0x80) {
                put(c);
            } else if (!Character.isSurrogate(c)) {
                utf8(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                // Half a pair has no form in UTF-8.
                unicode(c);
            }
        }
    }

    private void control(char c) {
        int letter = "\b\t\n\f\r".indexOf(c);
        if (letter < 0) {
            unicode(c);
        } else {
            put('\\');
            put("btnfr".charAt(letter));
        }
    }

    private void unicode(char c) {
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX.charAt((c >> shift) & 0xF));
        }
    }

    private void utf8(int code) {
        if (code < 0x800) {
            put(0xC0 | (code >> 6));
        } else {
            if (code < 0x10000) {
                put(0xE0 | (code >> 12));
            } else {
                put(0xF0 | (code >> 18));
                put(0x80 | ((code >> 12) & 0x3F));
            }
            put(0x80 | ((code >> 6) & 0x3F));
        }
        put(0x80 | (code & 0x3F));
    }

    private void put(int b) {
        if (length == out.length) {
            reserve(1);
        }
        out[length++] = (byte) b;
    }

    private void reserve(int count) {
        if (out.length - length < count) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + count));
        }
    }
}
