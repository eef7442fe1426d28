package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON without building anything of it. The cursor stands on a value; whoever meets an object or array walks
 * through it to its end or skips it.
 */
public final class JsonCursor {
    // Names come from outside: interning them would keep each for the life of the process.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(Limits.constraints())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Starts on the outermost value.
     *
     * @param json its bytes, in UTF-8
     * @return a cursor on that value
     * @throws JsonException if there is none
     */
    public static JsonCursor over(byte[] json) {
        try {
            JsonCursor cursor = new JsonCursor(FACTORY.createParser(json));
            if (cursor.parser.nextToken() == null) {
                throw new JsonException("is empty where JSON is expected", null, null);
            }
            return cursor;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Whether this is an object.
     *
     * @return true for a brace
     */
    public boolean isObject() {
        return parser.hasToken(JsonToken.START_OBJECT);
    }

    /**
     * Whether this is an array.
     *
     * @return true for a bracket
     */
    public boolean isArray() {
        return parser.hasToken(JsonToken.START_ARRAY);
    }

    /**
     * Whether this is the value null.
     *
     * @return true for null
     */
    public boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    /**
     * Whether this is a string.
     *
     * @return false for numbers and all others
     */
    public boolean isText() {
        return parser.hasToken(JsonToken.VALUE_STRING);
    }

    /**
     * Whether this is a number.
     *
     * @return false for a number's text within a string
     */
    public boolean isNumber() {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
    }

    /**
     * Whether this is the value false.
     *
     * @return true for false
     */
    public boolean isFalse() {
        return parser.hasToken(JsonToken.VALUE_FALSE);
    }

    /**
     * Whether this is the value true.
     *
     * @return true for true
     */
    public boolean isTrue() {
        return parser.hasToken(JsonToken.VALUE_TRUE);
    }

    /**
     * Goes to the next member of the object that the cursor is in.
     *
     * @return its name, with the cursor on its value; null at the object's end
     */
    public @Nullable String nextName() {
        try {
            if (parser.nextToken() != JsonToken.FIELD_NAME) {
                return null;
            }
            String name = parser.currentName();
            parser.nextToken();
            return name;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Goes to the next element of the array that the cursor is in.
     *
     * @return false at the array's end
     */
    public boolean nextElement() {
        try {
            JsonToken token = parser.nextToken();
            return token != null && token != JsonToken.END_ARRAY;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Leaves out the value; the cursor stands on its end. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * The text of a string, number or boolean.
     *
     * @return the text; null for null, and for objects and arrays, which are skipped
     */
    public @Nullable String text() {
        try {
            JsonToken token = parser.currentToken();
            if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                return parser.getText();
            }
            parser.skipChildren();
            return null;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * A whole number.
     *
     * @return the number, of a string too; 0 for anything else
     */
    public long number() {
        try {
            long value = parser.getValueAsLong(0);
            parser.skipChildren();
            return value;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Where the value begins, on whose first token the cursor stands.
     *
     * @return offset in the bytes
     * @throws JsonException if they are not UTF-8
     */
    public int start() {
        return offset(parser.currentTokenLocation());
    }

    /**
     * Where the object or array ended that the cursor has left, by {@link #skip} or step by step.
     *
     * @return offset in the bytes
     * @throws JsonException if they are not UTF-8
     */
    public int end() {
        return offset(parser.currentLocation());
    }

    private static int offset(JsonLocation location) {
        long offset = location.getByteOffset();
        if (offset < 0) {
            throw new JsonException("is not UTF-8", null, null);
        }
        return (int) offset;
    }

    /** Gives buffers and the names it learnt back for the next cursor; whoever goes on without it only pays more. */
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Copies the value as JSON; the cursor stands on its end.
     *
     * @return its bytes
     */
    public byte[] copy() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.copyCurrentStructure(parser);
        } catch (IOException e) {
            throw failure(e);
        }
        return out.toByteArray();
    }

    static JsonGenerator generator(ByteArrayOutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    private static JsonException failure(IOException e) {
        return Faults.notJson(e);
    }
}
