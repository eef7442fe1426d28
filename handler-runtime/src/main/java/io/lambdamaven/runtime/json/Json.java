package io.lambdamaven.runtime.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values to and from JSON. The one door to data binding: whatever reads a type without it (a codec generated for the
 * type, say) belongs in front of it, here.
 */
public final class Json {
    /** What is read at most, in bytes. */
    public static final int LARGEST = Limits.BYTES;

    private Json() {}

    /**
     * Reads an event.
     *
     * @param in read to its end
     * @return its bytes
     * @throws IOException if it cannot be read
     * @throws JsonException if it is larger than any event
     */
    public static byte[] bytes(InputStream in) throws IOException {
        // Lambda's client has the whole event in memory, so that all of it is one copy.
        byte[] bytes = in instanceof ByteArrayInputStream ? in.readAllBytes() : in.readNBytes(Limits.BYTES + 1);
        if (bytes.length > Limits.BYTES) {
            throw new JsonException("is larger than " + Limits.BYTES + " bytes", null, null);
        }
        return bytes;
    }

    /**
     * Reads a value.
     *
     * @param json in UTF-8
     * @param type what to make of it
     * @return the value; null only if the JSON is null
     * @throws JsonException if it is not JSON, repeats a key, or does not fit the type
     * @throws IllegalStateException if the type is one that no JSON can be read as
     */
    public static @Nullable Object read(byte[] json, Type type) {
        if (type == Map.class || type == Object.class || isPlainMap(type)) {
            Object tree = Tree.read(json);
            if (tree == null || tree instanceof Map || type == Object.class) {
                return tree;
            }
            throw new JsonException("does not fit what is expected: it is no object");
        }
        if (type == List.class || isPlainList(type)) {
            Object tree = Tree.read(json);
            if (tree == null || tree instanceof List) {
                return tree;
            }
            throw new JsonException("does not fit what is expected: it is no array");
        }
        Object plain = PlainValues.has(type) ? PlainValues.as(Tree.read(json), type) : null;
        if (plain != null) {
            return plain;
        }
        try {
            return Databind.HERE.read(json, type);
        } catch (NoClassDefFoundError e) {
            throw missing(e, type.getTypeName() + " is read");
        }
    }

    private static boolean isPlainMap(Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == String.class
                && generic.getActualTypeArguments()[1] == Object.class;
    }

    private static boolean isPlainList(Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && generic.getActualTypeArguments()[0] == Object.class;
    }

    /** The build leaves the library out where it sees no need for it, and it does not see what is done by reflection. */
    private static IllegalStateException missing(NoClassDefFoundError error, String what) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("com/fasterxml/jackson/") || message.contains(Json.class.getPackageName())) {
            return new IllegalStateException(
                    what + " with jackson-databind, which this function's jar does not have: declare"
                            + " com.fasterxml.jackson.core:jackson-databind in the project's <dependencies>",
                    error);
        }
        throw error; // of a class that the value's own class lacks
    }

    /**
     * Reads JSON as plain values, without data binding.
     *
     * @param json in UTF-8
     * @return {@code Map}, {@code List}, {@code String}, {@code Integer}, {@code Long}, {@code BigInteger},
     *     {@code Double}, {@code BigDecimal}, {@code Boolean} or null, maps in the order of the JSON
     * @throws JsonException if it is not JSON, repeats a key, or goes on after its end
     */
    public static @Nullable Object tree(byte[] json) {
        return Tree.read(json);
    }

    /**
     * Reads an object as plain values.
     *
     * @param json in UTF-8
     * @return as {@link #tree} reads it; empty for anything but an object
     * @throws JsonException if it is not JSON
     */
    @SuppressWarnings("unchecked") // a tree's maps have texts as keys
    public static Map<String, @Nullable Object> object(byte[] json) {
        return Tree.read(json) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /**
     * The value null, for whoever waits for no more.
     *
     * @return its bytes, made anew: they go where anybody may change them
     */
    public static byte[] nothing() {
        return new byte[] {'n', 'u', 'l', 'l'};
    }

    /**
     * Writes a value.
     *
     * @param value anything that has a form in JSON
     * @return UTF-8
     * @throws JsonException if it has none
     */
    public static byte[] write(@Nullable Object value) {
        if (value == null) {
            return nothing();
        }
        if (value instanceof String text) {
            return new JsonSink().text(text).toBytes();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value.toString().getBytes(StandardCharsets.US_ASCII);
        }
        if (Tree.isPlain(value)) {
            return new JsonSink().value(value).toBytes();
        }
        if (value instanceof byte[] bytes) {
            return new JsonSink()
                    .text(Base64.getEncoder().encodeToString(bytes))
                    .toBytes();
        }
        try {
            return Databind.HERE.write(value);
        } catch (NoClassDefFoundError e) {
            throw missing(e, value.getClass().getName() + " is written");
        }
    }
}
