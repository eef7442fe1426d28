package io.lambdamaven.runtime.reply;

import io.lambdamaven.runtime.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contact flow is told: a flat map of strings, at most 32 KB of it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html">Lambda functions of
 *     Amazon Connect</a>
 */
public final class ConnectReply {
    private static final int MOST_BYTES = 32 * 1024;

    private ConnectReply() {}

    /**
     * Writes the answer.
     *
     * @param result what the method returned; if it holds objects or lists, it is for a flow that expects JSON
     * @return the answer
     * @throws IllegalStateException if it is too large, or no object
     */
    public static byte[] write(@Nullable Object result) {
        Object tree = result == null ? Map.of() : Json.tree(Json.write(result));
        if (!(tree instanceof Map<?, ?> map)) {
            throw new IllegalStateException("Amazon Connect takes a map of strings, not a single value or a list");
        }
        Map<String, String> flat = flat(map);
        byte[] answer = Json.write(flat == null ? map : flat);
        if (answer.length > MOST_BYTES) {
            throw new IllegalStateException(
                    "Amazon Connect takes " + MOST_BYTES + " bytes from a function, not " + answer.length);
        }
        return answer;
    }

    private static @Nullable Map<String, String> flat(Map<?, ?> map) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = entry.getValue();
            if (value instanceof Map || value instanceof Iterable) {
                return null;
            } else if (value != null) {
                flat.put(String.valueOf(entry.getKey()), String.valueOf(value));
            }
        }
        return flat;
    }
}
