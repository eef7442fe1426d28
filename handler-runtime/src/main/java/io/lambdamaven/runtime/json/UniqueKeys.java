package io.lambdamaven.runtime.json;

import java.util.HashSet;
import java.util.Set;

/** Refuses what repeats a key, for readers that would take the last occurrence without a word. */
public final class UniqueKeys {
    private UniqueKeys() {}

    /**
     * Reads to the end.
     *
     * @param json in UTF-8
     * @throws JsonException if it is not JSON, repeats a key, or goes on after its end
     */
    public static void require(byte[] json) {
        JsonCursor cursor = JsonCursor.over(json);
        value(cursor);
        cursor.finish();
    }

    private static void value(JsonCursor cursor) {
        if (cursor.isObject()) {
            Set<String> names = new HashSet<>();
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                if (!names.add(name)) {
                    throw new JsonException("is not JSON that can be read here: it has the key '" + name + "' twice");
                }
                value(cursor);
            }
        } else if (cursor.isArray()) {
            while (cursor.nextElement()) {
                value(cursor);
            }
        }
    }
}
