package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an event is, in one pass over its bytes that keeps nothing but the marks it meets.
 *
 * <p>The pass stops early only where no earlier kind could still turn up. A key that is absent so far may always follow,
 * so that is the case for the authorizers at the head of the order; all others are read to the end, most of it skipped
 * unread. Of a key that occurs twice the first occurrence counts.
 */
public final class Recognizer {
    private Recognizer() {}

    /**
     * Recognises an event.
     *
     * @param json its bytes
     * @param operators whether it came through the alias {@code ops}, on which alone commands count
     * @return its kind; {@link EventKind#DIRECT} for what no service sends
     * @throws io.lambdamaven.runtime.json.JsonException if it is not JSON
     */
    public static Event recognize(byte[] json, boolean operators) {
        if (json.length == 0) {
            return new Event(EventKind.DIRECT, "");
        }
        JsonCursor cursor = JsonCursor.over(json);
        if (cursor.isArray()) {
            return new Event(array(cursor), "");
        }
        Marks marks = new Marks(operators);
        if (cursor.isObject()) {
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                member(marks, name, cursor);
                if (Verdict.isFinal(marks)) {
                    break;
                }
            }
        }
        return Verdict.of(marks);
    }

    private static EventKind array(JsonCursor cursor) {
        if (!cursor.nextElement() || !cursor.isObject()) {
            return EventKind.PIPES;
        }
        Marks first = new Marks(false);
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            member(first, name, cursor);
        }
        return Verdict.isResolver(first) ? EventKind.APPSYNC_BATCH : EventKind.PIPES;
    }

    private static void member(Marks marks, String name, JsonCursor value) {
        if (value.isNull() || marks.has(name)) {
            value.skip();
            return;
        }
        switch (name) {
            case "Records" -> records(marks, value);
            case "requestContext", "awslogs", "Details", "context", "info" -> inside(marks, name, value);
            case "type", "eventSource", "eventSourceARN", "source", "detail-type", "triggerSource" ->
                marks.put(name, value.isText() ? value.text() : skipped(value));
            case "command" -> marks.put(name, value.isText() ? "" : skipped(value));
            default -> {
                value.skip();
                if (Verdict.isOutermostMark(name)) {
                    marks.put(name, "");
                }
            }
        }
    }

    private static @Nullable String skipped(JsonCursor value) {
        value.skip();
        return null;
    }

    /** The marks one level down, under the name of their object and a dot. */
    private static void inside(Marks marks, String object, JsonCursor value) {
        marks.put(object, "");
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            String mark = object + "." + name;
            if (value.isNull() || !Verdict.isMark(mark) || marks.has(mark)) {
                value.skip();
            } else if (value.isText()) {
                marks.put(mark, value.text());
            } else {
                marks.put(mark, "");
                value.skip();
            }
        }
    }

    /** All records of an event have one source: the first one tells. */
    private static void records(Marks marks, JsonCursor value) {
        marks.put("Records", "");
        if (!value.isArray()) {
            value.skip();
            return;
        }
        boolean first = true;
        while (value.nextElement()) {
            if (!first || !value.isObject()) {
                value.skip();
            } else {
                record(marks, value);
            }
            first = false;
        }
    }

    private static void record(Marks marks, JsonCursor value) {
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            if (value.isText()
                    && (name.equals("eventSource") || name.equals("EventSource"))
                    && !marks.has("Records." + name)) {
                marks.put("Records." + name, value.text());
            } else {
                if (value.isObject() && Verdict.isMark("Records." + name)) {
                    marks.put("Records." + name, "");
                }
                value.skip();
            }
        }
    }
}
