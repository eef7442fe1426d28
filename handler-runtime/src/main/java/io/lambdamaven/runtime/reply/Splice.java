package io.lambdamaven.runtime.reply;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts a member into a JSON object and leaves every other byte of it as it is. */
final class Splice {
    private final byte[] json;
    private int at;

    private Splice(byte[] json) {
        this.json = json;
    }

    /**
     * Sets a member.
     *
     * @param json a valid object, in UTF-8
     * @param name of the member, without anything to escape
     * @param value its new value
     * @return with that value, added at the end if there was none
     */
    static byte[] set(byte[] json, String name, byte[] value) {
        return new Splice(json).set(name.getBytes(StandardCharsets.UTF_8), value);
    }

    private byte[] set(byte[] name, byte[] value) {
        at = after('{');
        boolean empty = true;
        while (json[blanks()] != '}') {
            int start = at + 1;
            string();
            boolean found = Arrays.equals(json, start, at - 1, name, 0, name.length);
            at = after(':');
            int from = blanks();
            value();
            if (found) {
                return joined(from, new byte[0], value, at);
            }
            if (json[blanks()] == ',') {
                at++;
            }
            empty = false;
        }
        String key = (empty ? "\"" : ",\"") + new String(name, StandardCharsets.UTF_8) + "\":";
        return joined(at, key.getBytes(StandardCharsets.UTF_8), value, at);
    }

    private byte[] joined(int from, byte[] key, byte[] value, int to) {
        byte[] out = new byte[from + key.length + value.length + json.length - to];
        System.arraycopy(json, 0, out, 0, from);
        System.arraycopy(key, 0, out, from, key.length);
        System.arraycopy(value, 0, out, from + key.length, value.length);
        System.arraycopy(json, to, out, from + key.length + value.length, json.length - to);
        return out;
    }

    private int after(char wanted) {
        int i = at;
        while (json[i] != wanted) {
            i++;
        }
        return i + 1;
    }

    private int blanks() {
        while (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r') {
            at++;
        }
        return at;
    }

    private void string() {
        for (at++; json[at] != '"'; at++) {
            if (json[at] == '\\') {
                at++;
            }
        }
        at++;
    }

    private void value() {
        int depth = 0;
        do {
            byte b = json[at];
            if (b == '"') {
                string();
            } else if (b == '{' || b == '[') {
                depth++;
                at++;
            } else if (b == '}' || b == ']') {
                depth--;
                at++;
            } else if (depth > 0) {
                at++;
            } else {
                scalar();
            }
        } while (depth > 0);
    }

    private void scalar() {
        while (json[at] > ' ' && json[at] != ',' && json[at] != '}' && json[at] != ']') {
            at++;
        }
    }
}
