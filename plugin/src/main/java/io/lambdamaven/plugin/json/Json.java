package io.lambdamaven.plugin.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One immutable JSON value. Objects are sorted by name, so that equal values print equal bytes. */
public sealed interface Json permits JsonObject, JsonArray, Json.Text, Json.Num, Json.Bool, Json.Null {

    /** A string. */
    record Text(String value) implements Json {}

    /** A number, of any size that the limits let in. {@code 1} and {@code 1.0} are equal. */
    record Num(BigDecimal value) implements Json {
        public Num {
            value = value.stripTrailingZeros();
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** The value {@code null}. */
    enum Null implements Json {
        NULL
    }

    /**
     * Reads one document.
     *
     * @throws JsonException if it is malformed, holds a name twice, goes on after its end or passes a limit
     */
    static Json parse(String text) {
        return JsonReader.read(text);
    }

    /** Reads one UTF-8 document, as {@link #parse(String)} does. */
    static Json parse(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Json of(BigDecimal value) {
        return new Num(value);
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    /** An array of strings. */
    static JsonArray texts(List<String> values) {
        return new JsonArray(values.stream().map(Json::of).toList());
    }

    static JsonArray array(Json... values) {
        return new JsonArray(List.of(values));
    }

    static JsonArray array(List<? extends Json> values) {
        return new JsonArray(List.copyOf(values));
    }

    /** Starts an object. */
    static JsonObject.Builder object() {
        return new JsonObject.Builder();
    }

    /** This value, which must be an object. */
    default JsonObject asObject() {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw JsonException.wrongType("an object", this);
    }

    /** This value, which must be an array. */
    default JsonArray asArray() {
        if (this instanceof JsonArray array) {
            return array;
        }
        throw JsonException.wrongType("an array", this);
    }

    /** This value, which must be a string. */
    default String asText() {
        if (this instanceof Text text) {
            return text.value();
        }
        throw JsonException.wrongType("a string", this);
    }

    /** This value, which must be a whole number that fits in a {@code long}. */
    default long asLong() {
        if (this instanceof Num num && num.value().precision() - num.value().scale() <= 19) {
            try {
                return num.value().longValueExact();
            } catch (ArithmeticException e) {
                throw new JsonException("expected a whole number, found " + canonical(), e);
            }
        }
        throw JsonException.wrongType("a whole number", this);
    }

    /** This value, which must be a whole number that fits in an {@code int}. */
    default int asInt() {
        long value = asLong();
        if (value != (int) value) {
            throw JsonException.wrongType("a number of 32 bits", this);
        }
        return (int) value;
    }

    /** This value, which must be true or false. */
    default boolean asBoolean() {
        if (this instanceof Bool bool) {
            return bool.value();
        }
        throw JsonException.wrongType("true or false", this);
    }

    /** Sorted names, no blanks: equal values give equal text. */
    default String canonical() {
        return JsonWriter.write(this, false);
    }

    /** {@link #canonical()} in UTF-8. */
    default byte[] canonicalBytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** Sorted names, two blanks of indentation, {@code \n} between and after the lines. */
    default String pretty() {
        return JsonWriter.write(this, true) + "\n";
    }
}
