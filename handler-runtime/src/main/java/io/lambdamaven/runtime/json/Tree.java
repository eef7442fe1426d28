package io.lambdamaven.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain maps, lists, texts, numbers and booleans, read and written without data binding. Whole numbers become
 * {@code Integer}, {@code Long} or {@code BigInteger}, others {@code Double} where that says the same, else
 * {@code BigDecimal}.
 */
final class Tree {
    private Tree() {}

    /** @throws JsonException if it is not JSON, repeats a key, or goes on after its end */
    static @Nullable Object read(byte[] json) {
        JsonCursor cursor = JsonCursor.over(json);
        Object value = value(cursor);
        cursor.finish();
        return value;
    }

    private static @Nullable Object value(JsonCursor cursor) {
        if (cursor.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                if (map.containsKey(name)) {
                    throw new JsonException("is not JSON that can be read here: it has the key '" + name + "' twice");
                }
                map.put(name, value(cursor));
            }
            return map;
        } else if (cursor.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            while (cursor.nextElement()) {
                list.add(value(cursor));
            }
            return list;
        } else if (cursor.isText()) {
            return cursor.text();
        } else if (cursor.isNull()) {
            return null;
        }
        String text = cursor.text();
        if (text == null) {
            return null;
        } else if (cursor.isNumber()) {
            return cursor.isWhole() ? whole(text) : decimal(text);
        }
        return text.equals("true");
    }

    private static Number whole(String text) {
        if (text.length() < 19) {
            long value = Long.parseLong(text);
            if (value == (int) value) {
                return (int) value;
            }
            return value;
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }

    private static Number decimal(String text) {
        BigDecimal exact;
        try {
            exact = Scalars.decimal(text);
        } catch (NumberFormatException e) {
            // JSON sets no limit to an exponent.
            throw new JsonException(
                    "is not JSON that can be read here: a number is beyond what numbers can be", null, e);
        }
        double close = exact.doubleValue();
        if (Double.isInfinite(close) || BigDecimal.valueOf(close).compareTo(exact) != 0) {
            return exact;
        }
        return close;
    }

    /** Whether {@link #write} knows the value and everything in it. */
    static boolean isPlain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String) || !isPlain(entry.getValue())) {
                    return false;
                }
            }
            return true;
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!isPlain(list.get(i))) {
                    return false;
                }
            }
            return true;
        } else if (value instanceof Double number) {
            return !number.isNaN() && !number.isInfinite();
        } else if (value instanceof Float number) {
            return !number.isNaN() && !number.isInfinite();
        }
        return value == null
                || value instanceof String
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }

    static void write(JsonSink sink, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            sink.startObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(sink.name(String.valueOf(entry.getKey())), entry.getValue());
            }
            sink.endObject();
        } else if (value instanceof List<?> list) {
            sink.startArray();
            for (int i = 0; i < list.size(); i++) {
                write(sink, list.get(i));
            }
            sink.endArray();
        } else if (value instanceof String text) {
            sink.text(text);
        } else if (value instanceof Character text) {
            sink.text(String.valueOf(text));
        } else {
            // Numbers, booleans and null look in JSON as they do in Java.
            sink.raw(String.valueOf(value));
        }
    }
}
