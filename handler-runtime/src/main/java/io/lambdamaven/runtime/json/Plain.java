package io.lambdamaven.runtime.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, exact numbers and booleans, without data binding. Of equal keys the first counts. */
public final class Plain {
    private Plain() {}

    /**
     * Reads a value.
     *
     * @param json in UTF-8
     * @return unmodifiable
     * @throws JsonException if it is not JSON
     */
    public static @Nullable Object read(byte[] json) {
        JsonCursor cursor = JsonCursor.over(json);
        Object value = read(cursor);
        cursor.close();
        return value;
    }

    /**
     * Reads an object.
     *
     * @param json in UTF-8, or null
     * @return unmodifiable; empty for anything but an object
     * @throws JsonException if it is not JSON
     */
    public static Map<String, @Nullable Object> object(byte @Nullable [] json) {
        if (json == null) {
            return Map.of();
        }
        JsonCursor cursor = JsonCursor.over(json);
        Map<String, @Nullable Object> object = cursor.isObject() ? members(cursor) : Map.of();
        cursor.close();
        return object;
    }

    private static @Nullable Object read(JsonCursor cursor) {
        if (cursor.isObject()) {
            return members(cursor);
        } else if (cursor.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            while (cursor.nextElement()) {
                list.add(read(cursor));
            }
            return Collections.unmodifiableList(list);
        } else if (cursor.isTrue() || cursor.isFalse()) {
            return cursor.isTrue();
        } else if (cursor.isNumber()) {
            return new BigDecimal(String.valueOf(cursor.text()));
        }
        return cursor.text();
    }

    private static Map<String, @Nullable Object> members(JsonCursor cursor) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            Object value = read(cursor);
            if (!map.containsKey(name)) {
                map.put(name, value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Writes such a value.
     *
     * @param value of maps, lists, strings, numbers and booleans
     * @return UTF-8
     */
    public static byte[] write(@Nullable Object value) {
        JsonSink sink = new JsonSink();
        write(value, sink);
        return sink.toBytes();
    }

    private static void write(@Nullable Object value, JsonSink sink) {
        if (value instanceof Map<?, ?> map) {
            sink.startObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                sink.name(String.valueOf(member.getKey()));
                write(member.getValue(), sink);
            }
            sink.endObject();
        } else if (value instanceof List<?> list) {
            sink.startArray();
            for (int i = 0; i < list.size(); i++) {
                write(list.get(i), sink);
            }
            sink.endArray();
        } else if (value instanceof BigDecimal number) {
            sink.number(number);
        } else if (value instanceof Boolean bool) {
            sink.bool(bool);
        } else {
            sink.text(value == null ? null : value.toString());
        }
    }
}
