package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an event is, in one pass over its bytes that keeps nothing but the marks it meets.
 *
 * <p>The pass goes to the end, most of it skipped unread: a key that is absent so far may always follow, and one that is
 * there may follow again. Of a key that occurs twice the first occurrence counts, and the event says that it has it.
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
        int mark = Mark.of(name);
        if (mark != Mark.NONE && marks.has(mark)) {
            marks.repeat(name);
            value.skip();
            return;
        } else if (mark == Mark.NONE || value.isNull()) {
            value.skip();
            return;
        }
        switch (mark) {
            case Mark.RECORDS -> records(marks, value);
            case Mark.REQUEST_CONTEXT, Mark.LOGS, Mark.DETAILS, Mark.CONTEXT, Mark.INFO -> inside(marks, mark, value);
            case Mark.FIRST_RESOURCE -> marks.put(mark, first(value));
            default -> put(marks, mark, value);
        }
    }

    private static void put(Marks marks, int mark, JsonCursor value) {
        if (value.isText()) {
            marks.put(mark, Mark.isTold(mark) ? value.text() : "");
        } else {
            value.skip();
            marks.put(mark, Mark.isTextOnly(mark) ? null : "");
        }
    }

    /** The text that an array begins with. */
    private static @Nullable String first(JsonCursor value) {
        if (!value.isArray()) {
            value.skip();
            return null;
        }
        String first = null;
        boolean any = false;
        while (value.nextElement()) {
            if (any || !value.isText()) {
                value.skip();
            } else {
                first = value.text();
            }
            any = true;
        }
        return first;
    }

    /** The marks one level down. */
    private static void inside(Marks marks, int object, JsonCursor value) {
        marks.put(object, "");
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            int mark = Mark.inside(object, name);
            if (mark != Mark.NONE && marks.has(mark)) {
                marks.repeat(name);
                value.skip();
            } else if (mark == Mark.NONE || value.isNull()) {
                value.skip();
            } else if (mark == Mark.CONTEXT_HTTP && value.isObject()) {
                marks.put(mark, "");
                method(marks, value);
            } else {
                put(marks, mark, value);
            }
        }
    }

    private static void method(Marks marks, JsonCursor value) {
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            boolean method = name.equals("method");
            if (method && marks.has(Mark.CONTEXT_HTTP_METHOD)) {
                marks.repeat(name);
                value.skip();
            } else if (method && value.isText()) {
                marks.put(Mark.CONTEXT_HTTP_METHOD, value.text());
            } else {
                value.skip();
            }
        }
    }

    /** All records of an event have one source: the first one tells. */
    private static void records(Marks marks, JsonCursor value) {
        marks.put(Mark.RECORDS, "");
        if (!value.isArray()) {
            value.skip();
            return;
        }
        while (value.nextElement()) {
            if (marks.records() > 0 || !value.isObject()) {
                value.skip();
            } else {
                record(marks, value);
            }
            marks.countRecord();
        }
    }

    private static void record(Marks marks, JsonCursor value) {
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            boolean sns = name.equals("Sns");
            int mark = sns ? Mark.RECORD_TOPIC : Mark.inRecord(name);
            if (mark != Mark.NONE && marks.has(mark)) {
                marks.repeat(name);
                value.skip();
            } else if (mark != Mark.NONE && Mark.isTold(mark) && value.isText()) {
                marks.put(mark, value.text());
            } else if (sns && value.isObject()) {
                topic(marks, value);
            } else {
                if (mark != Mark.NONE && !sns && !Mark.isTold(mark) && value.isObject()) {
                    marks.put(mark, "");
                } else if (mark == Mark.RECORD_SOURCE_ARN && !value.isNull()) {
                    marks.put(mark, null);
                }
                value.skip();
            }
        }
    }

    private static void topic(Marks marks, JsonCursor value) {
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            boolean topic = name.equals("TopicArn");
            if (topic && marks.has(Mark.RECORD_TOPIC)) {
                marks.repeat(name);
                value.skip();
            } else if (topic && value.isText()) {
                marks.put(Mark.RECORD_TOPIC, value.text());
            } else {
                value.skip();
            }
        }
        if (!marks.has(Mark.RECORD_TOPIC)) {
            marks.put(Mark.RECORD_TOPIC, null);
        }
    }
}
