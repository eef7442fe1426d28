package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object: scalars as text, and where objects and arrays stand in the event, so that they are read only
 * when somebody asks. Of a key that occurs twice the first occurrence counts.
 */
public final class Fields {
    private final byte[] event;
    private final String label;
    /** Texts, and the places of objects and arrays. */
    private final Map<String, Object> members = new HashMap<>();

    /** @param label the key of the list that the object stands in, empty if it has none */
    Fields(byte[] event, String label) {
        this.event = event;
        this.label = label;
    }

    /**
     * Reads an object of its own.
     *
     * @param json an object; anything else has no members
     * @return its members
     */
    public static Fields of(byte[] json) {
        Fields fields = new Fields(json, "");
        JsonCursor cursor = JsonCursor.over(json);
        fields.read(cursor, "", "");
        return fields;
    }

    /** @param opened the member whose own members are wanted too, under its name and a dot */
    void read(JsonCursor cursor, String prefix, String opened) {
        if (!cursor.isObject()) {
            cursor.skip();
            return;
        }
        int start = cursor.from();
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            member(prefix.isEmpty() ? name : prefix + name, cursor, opened);
        }
        if (prefix.isEmpty()) {
            members.put("", new int[] {start, cursor.to()});
        }
    }

    void member(String name, JsonCursor cursor, String opened) {
        boolean object = cursor.isObject();
        if (members.containsKey(name)) {
            cursor.skip();
        } else if (object || cursor.isArray()) {
            int start = cursor.from();
            if (object && name.equals(opened)) {
                read(cursor, name + ".", "");
            } else {
                cursor.skip();
            }
            members.put(name, new int[] {start, cursor.to()});
        } else {
            String text = cursor.text();
            if (text != null) {
                members.put(name, text);
            }
        }
    }

    /**
     * The key of the list that the object stands in.
     *
     * @return such as a topic's partition or a queue; empty if there is none
     */
    public String label() {
        return label;
    }

    /**
     * A scalar member.
     *
     * @param name with the name of the opened member and a dot before it, where it stands in that
     * @return its text, empty if it is missing
     */
    public String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /**
     * A scalar member.
     *
     * @param name as for {@link #text}
     * @return its text, null if it is missing
     */
    public @Nullable String textOrNull(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /**
     * A whole number.
     *
     * @param name as for {@link #text}
     * @return the number, 0 for anything else
     */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * An object or array.
     *
     * @param name as for {@link #text}; empty for the object itself
     * @return its JSON, null if there is none
     */
    public byte @Nullable [] json(String name) {
        return members.get(name) instanceof int[] part ? Arrays.copyOfRange(event, part[0], part[1]) : null;
    }

    /**
     * The members that are objects or arrays.
     *
     * @return their names
     */
    public List<String> partNames() {
        List<String> names = new ArrayList<>(members.size());
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (!member.getKey().isEmpty() && !(member.getValue() instanceof String)) {
                names.add(member.getKey());
            }
        }
        return names;
    }

    /**
     * The object itself.
     *
     * @return its JSON; an empty object where the event has something else
     */
    public byte[] json() {
        byte[] json = json("");
        return json == null ? new byte[] {'{', '}'} : json;
    }

    /**
     * The scalar members of an object that stands in this one.
     *
     * @param name as for {@link #text}
     * @return name to text, empty if there is no such object
     */
    public Map<String, String> texts(String name) {
        byte[] json = json(name);
        Map<String, String> texts = new HashMap<>();
        if (json != null) {
            for (Map.Entry<String, Object> member : of(json).members.entrySet()) {
                if (member.getValue() instanceof String text) {
                    texts.put(member.getKey(), text);
                }
            }
        }
        return texts;
    }
}
