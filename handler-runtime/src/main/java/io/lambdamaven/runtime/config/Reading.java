package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of services, read as JSON without quoting them. */
final class Reading {
    /** Milliseconds that one answer may take, so that another attempt fits into a start. */
    static final int PATIENCE = 3_000;

    private Reading() {}

    static Map<String, @Nullable Object> object(byte[] json) {
        try {
            return Json.object(json);
        } catch (JsonException e) {
            throw new ConfigException("the service's answer is not JSON");
        }
    }

    @SuppressWarnings("unchecked") // a tree's maps have texts as keys
    static Map<String, @Nullable Object> member(Map<String, @Nullable Object> object, String name) {
        return object.get(name) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    static List<?> list(Map<String, @Nullable Object> object, String name) {
        return object.get(name) instanceof List<?> list ? list : List.of();
    }

    /** A text that must be there. */
    static String text(Map<String, @Nullable Object> object, String name, String otherwise) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new ConfigException(otherwise);
    }

    /** A text or number, empty if there is none. */
    static String shown(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }
}
