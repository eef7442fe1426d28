package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an event, read when it is first asked. Whoever asks for what is not there, or is something else, gets what
 * is empty.
 */
public final class EventObject {
    private final byte[] json;
    private @Nullable Map<String, Object> tree;

    private EventObject(byte[] json, @Nullable Map<String, Object> tree) {
        this.json = json;
        this.tree = tree;
    }

    /**
     * Of JSON.
     *
     * @param json an event, or part of one
     * @return its members; none if it is no object
     */
    public static EventObject of(byte[] json) {
        return new EventObject(json, null);
    }

    /**
     * Of a plain value.
     *
     * @param value as {@link Json#tree} makes it
     * @return its members; none if it is no map
     */
    public static EventObject of(@Nullable Object value) {
        return new EventObject(new byte[0], map(value));
    }

    /**
     * A member.
     *
     * @param name of the member
     * @return plain, null if there is none
     */
    public @Nullable Object value(String name) {
        return tree().get(name);
    }

    /**
     * Whether there is a member that is not null.
     *
     * @param name of the member
     * @return false for none
     */
    public boolean has(String name) {
        return tree().get(name) != null;
    }

    /**
     * The text of a string, number or boolean.
     *
     * @param name of the member
     * @return empty if there is none
     */
    public String text(String name) {
        String text = textOrNull(name);
        return text == null ? "" : text;
    }

    /**
     * The text of a string, number or boolean.
     *
     * @param name of the member
     * @return null if there is none
     */
    public @Nullable String textOrNull(String name) {
        return textOf(tree().get(name));
    }

    /**
     * A whole number.
     *
     * @param name of the member
     * @return 0 if there is none
     */
    public long number(String name) {
        return tree().get(name) instanceof Number number ? number.longValue() : 0;
    }

    /**
     * An object.
     *
     * @param name of the member
     * @return its members; none if it is no object
     */
    public EventObject in(String name) {
        return of(tree().get(name));
    }

    /**
     * An object, plain.
     *
     * @param name of the member
     * @return empty if it is no object
     */
    public Map<String, Object> map(String name) {
        return in(name).tree();
    }

    /**
     * An object of texts.
     *
     * @param name of the member
     * @return its members that have a text
     */
    public Map<String, String> texts(String name) {
        return in(name).texts();
    }

    /**
     * The members that have a text.
     *
     * @return name to the text of a string, number or boolean
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : tree().entrySet()) {
            String text = textOf(entry.getValue());
            if (text != null) {
                texts.put(entry.getKey(), text);
            }
        }
        return texts;
    }

    /**
     * An array.
     *
     * @param name of the member
     * @return its elements, plain; empty if it is no array
     */
    public List<?> list(String name) {
        return tree().get(name) instanceof List<?> list ? list : List.of();
    }

    /**
     * An array of texts.
     *
     * @param name of the member
     * @return its elements that have a text; of a single text that one
     */
    public List<String> textList(String name) {
        List<String> texts = new ArrayList<>();
        Object value = tree().get(name);
        List<?> list = value instanceof List<?> many ? many : value instanceof String one ? List.of(one) : List.of();
        for (int i = 0; i < list.size(); i++) {
            String text = textOf(list.get(i));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * All members.
     *
     * @return plain
     * @throws io.lambdamaven.runtime.json.JsonException if it is not JSON, or repeats a key
     */
    public Map<String, Object> tree() {
        Map<String, Object> known = tree;
        if (known == null) {
            known = map(Json.tree(json));
            tree = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked") // the keys of JSON are strings
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    private static @Nullable String textOf(@Nullable Object value) {
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        return scalar ? String.valueOf(value) : null;
    }
}
