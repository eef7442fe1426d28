package io.lambdamaven.runtime.reply;

import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What AppSync's resolvers return.
 *
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/resolver-mapping-template-reference-lambda.html">AWS:
 *     direct Lambda resolvers</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/eventapi/direct-lambda-integrations.html">AWS: AppSync
 *     Events</a>
 */
public final class AppSyncReply {
    private static final String DATA = "data";
    private static final String MESSAGE = "errorMessage";
    private static final String TYPE = "errorType";

    private AppSyncReply() {}

    /**
     * Writes what happens to published events.
     *
     * @param event the event
     * @param result what the method returned: nothing lets all events through, a list is those that go on
     * @return the answer
     */
    public static byte[] published(EventObject event, @Nullable Object result) {
        if (result == null || result instanceof List) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("events", result == null ? event.list("events") : result);
            return Json.write(answer);
        }
        return Results.json(result);
    }

    /**
     * One element's result.
     *
     * @param result what the method returned
     * @return to be put in the batch's answer
     */
    public static Map<String, Object> data(@Nullable Object result) {
        Map<String, Object> element = new LinkedHashMap<>();
        put(element, result instanceof Optional<?> optional ? optional.orElse(null) : result);
        return element;
    }

    /**
     * One element's error.
     *
     * @param message what the client is told
     * @param type of the error
     * @return to be put in the batch's answer
     */
    public static Map<String, Object> error(String message, String type) {
        Map<String, Object> element = data(null);
        element.put(MESSAGE, message);
        element.put(TYPE, type);
        return element;
    }

    /**
     * Writes a batch's answer from one result.
     *
     * @param elements how many the batch has
     * @param result what the method returned: a list of as many results, or of {@code data} and {@code errorMessage}
     * @return the answer
     * @throws IllegalStateException if it is no such list
     */
    public static byte[] batch(int elements, @Nullable Object result) {
        List<?> results = list(elements, result);
        List<Object> answer = new ArrayList<>(elements);
        for (int i = 0; i < elements; i++) {
            Object element = results.get(i);
            answer.add(isElement(element) ? element : data(element));
        }
        return Json.write(answer);
    }

    /**
     * What a method that takes a list returned for a single field.
     *
     * @param result a list with one result, or of {@code data} and {@code errorMessage}
     * @return the field's value
     * @throws IllegalStateException if it is no such list, or with the error's message
     */
    public static @Nullable Object only(@Nullable Object result) {
        Object element = list(1, result).get(0);
        if (!isElement(element) || !(element instanceof Map<?, ?> map)) {
            return element;
        } else if (map.get(MESSAGE) != null) {
            throw new IllegalStateException(String.valueOf(map.get(MESSAGE)));
        }
        return map.get(DATA);
    }

    private static List<?> list(int elements, @Nullable Object result) {
        Object list = result == null || result instanceof List ? result : Json.tree(Json.write(result));
        if (!(list instanceof List<?> results) || results.size() != elements) {
            throw new IllegalStateException("AppSync wants a list of " + elements + " results for this batch, not "
                    + (list instanceof List<?> other ? "one of " + other.size() : "something else"));
        }
        return results;
    }

    private static boolean isElement(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || !(map.containsKey(DATA) || map.containsKey(MESSAGE))) {
            return false;
        }
        for (Object key : map.keySet()) {
            if (!DATA.equals(key) && !MESSAGE.equals(key) && !TYPE.equals(key)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("NullAway") // null is data as well
    private static void put(Map<String, Object> element, @Nullable Object data) {
        element.put(DATA, data);
    }
}
