package io.lambdamaven.runtime.json;

/**
 * Where the parts of JSON end, strictly by RFC 8259. Goes over a value as fast as its bytes can be looked at, since most
 * of an event is never asked for.
 */
final class JsonExtent {
    private static final int EOF = -1;

    private final byte[] in;
    private boolean escaped;
    private boolean ascii;
    private boolean whole;

    JsonExtent(byte[] in) {
        this.in = in;
    }

    /** Whether the last string holds an escape. */
    boolean isEscaped() {
        return escaped;
    }

    /** Whether the last string holds nothing but ASCII. */
    boolean isAscii() {
        return ascii;
    }

    /** Whether the last number has neither fraction nor exponent. */
    boolean isWhole() {
        return whole;
    }

    /** The byte at a place, negative past the end. */
    int peek(int at) {
        return at < in.length ? in[at] & 0xFF : EOF;
    }

    /** The next place that is no white space. */
    int space(int at) {
        // Services send none: small enough to be compiled into its callers.
        return at < in.length && in[at] > ' ' ? at : spaces(at);
    }

    private int spaces(int at) {
        int i = at;
        while (i < in.length && (in[i] == ' ' || in[i] == '\n' || in[i] == '\r' || in[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** Past a value, at whose first byte this starts, inside of so many objects and arrays. */
    int value(int at, int depth) {
        int c = peek(at);
        if (c == '"') {
            return string(at + 1);
        } else if (c == '{') {
            return object(inside(at, depth), depth + 1);
        } else if (c == '[') {
            return array(inside(at, depth), depth + 1);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            return number(at);
        }
        return literal(at);
    }

    /** Past a bracket. */
    int inside(int at, int depth) {
        if (depth == Limits.DEPTH) {
            throw fault("its nesting depth exceeds " + Limits.DEPTH, at);
        }
        return at + 1;
    }

    /** Past an object whose opening bracket has been taken. */
    int object(int at, int depth) {
        int i = space(at);
        if (peek(i) == '}') {
            return i + 1;
        }
        while (true) {
            i = space(name(i));
            if (peek(i) != ':') {
                throw unexpected(i);
            }
            i = space(value(space(i + 1), depth));
            int c = peek(i);
            if (c == '}') {
                return i + 1;
            } else if (c != ',') {
                throw unexpected(i);
            }
            i = space(i + 1);
        }
    }

    /** Past an array whose opening bracket has been taken. */
    int array(int at, int depth) {
        int i = space(at);
        if (peek(i) == ']') {
            return i + 1;
        }
        while (true) {
            i = space(value(i, depth));
            int c = peek(i);
            if (c == ']') {
                return i + 1;
            } else if (c != ',') {
                throw unexpected(i);
            }
            i = space(i + 1);
        }
    }

    /** Past a member's name, at whose quote this starts. */
    int name(int at) {
        if (peek(at) != '"') {
            throw unexpected(at);
        }
        int end = string(at + 1);
        if (end - at - 2 > Limits.NAME) {
            throw fault("a key is longer than " + Limits.NAME + " bytes", end);
        }
        return end;
    }

    /** From behind an opening quote past the closing one. */
    int string(int at) {
        byte[] bytes = in;
        int i = plain(at);
        ascii = true;
        escaped = false;
        while (i < bytes.length) {
            byte c = bytes[i++];
            if (c == '"') {
                return i;
            } else if (c == '\\') {
                escaped = true;
                i = i < bytes.length && bytes[i] == '"' ? i + 1 : escape(i);
            } else if (c < 0) {
                ascii = false;
            } else if (c < ' ') {
                throw fault("a text holds a control character", i - 1);
            }
            i = plain(i);
        }
        throw unexpected(bytes.length);
    }

    /** Past bytes that need no second look, four at a time: most of the time that an event takes goes here. */
    private int plain(int at) {
        byte[] bytes = in;
        int four = bytes.length - 3;
        int i = at;
        while (i < four) {
            if (!isPlain(bytes[i])) {
                return i;
            } else if (!isPlain(bytes[i + 1])) {
                return i + 1;
            } else if (!isPlain(bytes[i + 2])) {
                return i + 2;
            } else if (!isPlain(bytes[i + 3])) {
                return i + 3;
            }
            i += 4;
        }
        while (i < bytes.length && isPlain(bytes[i])) {
            i++;
        }
        return i;
    }

    /** Whether it is neither a quote nor an escape nor anything rare. */
    private static boolean isPlain(byte c) {
        return c > '"' && c != '\\';
    }

    /** Past what follows a backslash. */
    private int escape(int at) {
        switch (peek(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return at + 1;
            }
            case 'u' -> {
                for (int digit = 1; digit <= 4; digit++) {
                    if (at + digit >= in.length) {
                        throw unexpected(in.length);
                    } else if (Character.digit(in[at + digit], 16) < 0) {
                        throw fault("an escape is malformed", at);
                    }
                }
                return at + 5;
            }
            case EOF -> throw unexpected(at);
            default -> throw fault("an escape is malformed", at);
        }
    }

    /** Past {@code true}, {@code false} or {@code null}. */
    int literal(int at) {
        String word = switch (peek(at)) {
            case 't' -> "true";
            case 'f' -> "false";
            case 'n' -> "null";
            default -> throw unexpected(at);
        };
        for (int i = 1; i < word.length(); i++) {
            if (peek(at + i) != word.charAt(i)) {
                throw unexpected(at + i);
            }
        }
        return at + word.length();
    }

    /** Past a number. */
    int number(int at) {
        int first = peek(at) == '-' ? at + 1 : at;
        int i = digits(first);
        if (in[first] == '0' && i > first + 1) {
            throw fault("a number begins with 0", i);
        }
        whole = true;
        if (peek(i) == '.') {
            i = digits(i + 1);
            whole = false;
        }
        int c = peek(i);
        if (c == 'e' || c == 'E') {
            c = peek(i + 1);
            i = digits(c == '+' || c == '-' ? i + 2 : i + 1);
            whole = false;
        }
        if (i - at > Limits.NUMBER) {
            throw fault("a number is longer than " + Limits.NUMBER + " characters", i);
        }
        return i;
    }

    private int digits(int at) {
        byte[] bytes = in;
        int i = at;
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        if (i == at) {
            throw unexpected(at);
        }
        return i;
    }

    /** The error of a byte that nothing goes on with. */
    JsonException unexpected(int at) {
        int c = peek(at);
        return c == EOF
                ? fault("it ends too early", at)
                : fault(c > ' ' && c < 127 ? "'" + (char) c + "' is out of place" : "a character is out of place", at);
    }

    /** An error that names its place. */
    JsonException fault(String what, int at) {
        return new JsonException("is not JSON that can be read here: " + what + ", at byte " + at);
    }
}
