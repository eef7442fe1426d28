package io.lambdamaven.runtime.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON without building anything of it. The cursor stands on a value; whoever meets an object or array walks
 * through it to its end or skips it.
 */
public final class JsonCursor {
    private final byte[] json;
    private final JsonScanner scanner;

    private JsonCursor(byte[] json, JsonScanner scanner) {
        this.json = json;
        this.scanner = scanner;
        scanner.next();
    }

    /**
     * Starts on the outermost value.
     *
     * @param json its bytes, in UTF-8
     * @return a cursor on that value
     * @throws JsonException if there is none
     */
    public static JsonCursor over(byte[] json) {
        return new JsonCursor(json, new JsonScanner(json));
    }

    /**
     * Starts on a value within others; the cursor must not leave it.
     *
     * @param json bytes that were read before, in UTF-8
     * @param from where the value begins, as {@link #from} told
     * @return a cursor on that value
     */
    public static JsonCursor at(byte[] json, int from) {
        return new JsonCursor(json, new JsonScanner(json, from));
    }

    /**
     * Whether this is an object.
     *
     * @return true for a brace
     */
    public boolean isObject() {
        return scanner.token() == JsonScanner.START_OBJECT;
    }

    /**
     * Whether this is an array.
     *
     * @return true for a bracket
     */
    public boolean isArray() {
        return scanner.token() == JsonScanner.START_ARRAY;
    }

    /**
     * Whether this is the value null.
     *
     * @return true for null
     */
    public boolean isNull() {
        return scanner.token() == JsonScanner.NULL;
    }

    /**
     * Whether this is a string.
     *
     * @return false for numbers and all others
     */
    public boolean isText() {
        return scanner.token() == JsonScanner.STRING;
    }

    /**
     * Whether this is a number.
     *
     * @return true for whole ones and others
     */
    public boolean isNumber() {
        return isWhole() || scanner.token() == JsonScanner.DECIMAL;
    }

    /**
     * Whether this is a number without fraction and exponent.
     *
     * @return true for a whole number
     */
    public boolean isWhole() {
        return scanner.token() == JsonScanner.WHOLE;
    }

    /**
     * Whether this is the value true.
     *
     * @return true for true
     */
    public boolean isTrue() {
        return scanner.token() == JsonScanner.TRUE;
    }

    /**
     * Whether this is the value false.
     *
     * @return true for false
     */
    public boolean isFalse() {
        return scanner.token() == JsonScanner.FALSE;
    }

    /**
     * Where the value begins.
     *
     * @return offset in the bytes
     */
    public int from() {
        return scanner.from();
    }

    /**
     * Where the value ended that the cursor has left, by {@link #skip} or step by step.
     *
     * @return offset in the bytes
     */
    public int to() {
        return scanner.at();
    }

    /**
     * Goes to the next member of the object that the cursor is in.
     *
     * @return its name, with the cursor on its value; null at the object's end
     */
    public @Nullable String nextName() {
        if (scanner.next() != JsonScanner.NAME) {
            return null;
        }
        String name = scanner.text();
        scanner.next();
        return name;
    }

    /**
     * Goes to the next member of the object that the cursor is in whose name is one of some; others are skipped.
     *
     * @param keys the names that matter
     * @return the number of its name, with the cursor on its value; {@link Keys#END} at the object's end
     */
    public int nextKey(Keys keys) {
        return scanner.nextKey(keys);
    }

    /**
     * The text of a string within JSON that was read before.
     *
     * @param json its bytes
     * @param from where the string begins, as {@link #from} told
     * @return its content
     */
    public static String textAt(byte[] json, int from) {
        JsonExtent extent = new JsonExtent(json);
        int end = extent.string(from + 1);
        return JsonText.of(json, from + 1, end - 1, extent.isAscii(), extent.isEscaped());
    }

    /**
     * Whether a string within JSON that was read before is a text; if it is, nothing is made of it to tell.
     *
     * @param json its bytes
     * @param from where the string begins, as {@link #from} told
     * @param text in ASCII
     * @return true if it is
     */
    public static boolean isTextAt(byte[] json, int from, String text) {
        int at = from + 1;
        // What was read before ends with a quote at least.
        for (int i = 0; i < text.length(); i++) {
            if (json[at + i] != text.charAt(i)) {
                return json[at + i] == '\\' && textAt(json, from).equals(text);
            }
        }
        return json[at + text.length()] == '"';
    }

    /**
     * Whether a string within JSON that was read before holds a text somewhere.
     *
     * @param json its bytes
     * @param from where the string begins, as {@link #from} told
     * @param text in ASCII, whose first character comes again as its last one at most
     * @return true if it does
     */
    public static boolean isTextWithin(byte[] json, int from, String text) {
        int matched = 0;
        for (int i = from + 1; json[i] != '"'; i++) {
            if (json[i] == text.charAt(matched)) {
                matched++;
                if (matched == text.length()) {
                    return true;
                }
            } else if (json[i] == '\\') {
                return textAt(json, from).contains(text);
            } else {
                matched = json[i] == text.charAt(0) ? 1 : 0;
            }
        }
        return false;
    }

    /**
     * Goes to the next element of the array that the cursor is in.
     *
     * @return false at the array's end
     */
    public boolean nextElement() {
        int token = scanner.next();
        return token != JsonScanner.END && token != JsonScanner.END_ARRAY;
    }

    /** Leaves out the value; the cursor stands on its end. */
    public void skip() {
        scanner.skip();
    }

    /**
     * The text of a string, number or boolean.
     *
     * @return the text; null for null, and for objects and arrays, which are skipped
     */
    public @Nullable String text() {
        return switch (scanner.token()) {
            case JsonScanner.STRING, JsonScanner.WHOLE, JsonScanner.DECIMAL, JsonScanner.TRUE, JsonScanner.FALSE ->
                scanner.text();
            default -> {
                scanner.skip();
                yield null;
            }
        };
    }

    /**
     * A whole number.
     *
     * @return the number, of a string too; 0 for anything else
     */
    public long number() {
        String text = text();
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * Copies the value as JSON; the cursor stands on its end.
     *
     * @return its bytes
     */
    public byte[] copy() {
        scanner.skip();
        return Arrays.copyOfRange(json, scanner.from(), scanner.at());
    }

    /**
     * Looks behind the outermost value, on whose end the cursor stands.
     *
     * @throws JsonException if anything follows
     */
    public void finish() {
        scanner.next();
    }
}
