package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** Looks up single members of an event. */
public final class Members {
    private Members() {}

    /**
     * A text, by the way to it.
     *
     * @param json the event
     * @param way names of members; an array on the way stands for its first element
     * @return the text of the first such member, empty if there is none
     */
    public static String text(byte[] json, String... way) {
        return text(JsonCursor.over(json), way);
    }

    static String text(JsonCursor cursor, String... way) {
        String text = find(cursor, way) && toElement(cursor) ? cursor.text() : null;
        return text == null ? "" : text;
    }

    /**
     * A member of the event's outermost object, as JSON.
     *
     * @param json the event
     * @param name of the member
     * @return its bytes, or null if there is none
     */
    public static byte @Nullable [] json(byte[] json, String name) {
        JsonCursor cursor = JsonCursor.over(json);
        return find(cursor, name) ? cursor.copy() : null;
    }

    /**
     * Whether the event's outermost object has a member that is not null.
     *
     * @param json the event
     * @param name of the member
     * @return false for none
     */
    public static boolean has(byte[] json, String name) {
        JsonCursor cursor = JsonCursor.over(json);
        return find(cursor, name) && !cursor.isNull();
    }

    private static boolean find(JsonCursor cursor, String... way) {
        for (int i = 0; i < way.length; i++) {
            if (!toElement(cursor) || !toMember(cursor, way[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean toElement(JsonCursor cursor) {
        return !cursor.isArray() || cursor.nextElement();
    }

    private static boolean toMember(JsonCursor cursor, String wanted) {
        if (!cursor.isObject()) {
            return false;
        }
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (name.equals(wanted)) {
                return true;
            }
            cursor.skip();
        }
        return false;
    }
}
