package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.Keys;

/**
 * Tells what an event is, in one pass over its bytes that keeps nothing but the places of the marks it meets.
 *
 * <p>The pass goes to the end, most of it skipped unread: a key that is absent so far may always follow, and one that is
 * there may follow again. Of a key that occurs twice the first occurrence counts, and the event says that it has it.
 */
public final class Recognizer {
    private final Marks marks;
    private final JsonCursor value;

    private Recognizer(byte[] json, JsonCursor value, boolean operators) {
        this.marks = new Marks(json, operators);
        this.value = value;
    }

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
            return new Event(array(json, cursor), "");
        }
        Recognizer recognizer = new Recognizer(json, cursor, operators);
        if (cursor.isObject()) {
            recognizer.members();
        }
        return Verdict.of(recognizer.marks);
    }

    private static EventKind array(byte[] json, JsonCursor cursor) {
        if (!cursor.nextElement() || !cursor.isObject()) {
            return EventKind.PIPES;
        }
        Recognizer first = new Recognizer(json, cursor, false);
        first.members();
        return Verdict.isResolver(first.marks) ? EventKind.APPSYNC_BATCH : EventKind.PIPES;
    }

    private void members() {
        for (int mark = next(EventKeys.EVENT); mark != Keys.END; mark = next(EventKeys.EVENT)) {
            if (isLeftOut(mark)) {
                value.skip();
                continue;
            }
            switch (mark) {
                case Mark.RECORDS -> records();
                case Mark.REQUEST_CONTEXT -> requestContext();
                case Mark.LOGS, Mark.DETAILS, Mark.CONTEXT, Mark.INFO -> inside(mark);
                case Mark.FIRST_RESOURCE -> first(mark);
                default -> put(mark);
            }
        }
    }

    private int next(Keys keys) {
        return value.nextKey(keys);
    }

    /** Whether a value marks nothing: it is null, or was there before. */
    private boolean isLeftOut(int mark) {
        if (marks.has(mark)) {
            marks.repeat(EventKeys.nameOf(mark));
            return true;
        }
        return value.isNull();
    }

    private void put(int mark) {
        if (value.isText() || !Mark.isTextOnly(mark)) {
            marks.put(mark, value.from());
        } else {
            marks.putNothing(mark);
        }
        value.skip();
    }

    /** The text that an array begins with. */
    private void first(int mark) {
        marks.putNothing(mark);
        if (!value.isArray()) {
            value.skip();
            return;
        }
        boolean any = false;
        while (value.nextElement()) {
            if (!any && value.isText()) {
                marks.put(mark, value.from());
            }
            value.skip();
            any = true;
        }
    }

    private void requestContext() {
        marks.put(Mark.REQUEST_CONTEXT, value.from());
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (int mark = next(EventKeys.CONTEXT); mark != Keys.END; mark = next(EventKeys.CONTEXT)) {
            if (isLeftOut(mark)) {
                value.skip();
            } else if (mark == Mark.CONTEXT_HTTP && value.isObject()) {
                marks.put(mark, value.from());
                texts(EventKeys.HTTP);
            } else {
                put(mark);
            }
        }
    }

    /** The marks one level down of other objects. */
    private void inside(int object) {
        marks.put(object, value.from());
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (int mark = next(EventKeys.INNER); mark != Keys.END; mark = next(EventKeys.INNER)) {
            if (!EventKeys.isInside(object, mark) || isLeftOut(mark)) {
                value.skip();
            } else {
                put(mark);
            }
        }
    }

    /** Of an object all that is wanted are texts. */
    private void texts(Keys keys) {
        for (int mark = next(keys); mark != Keys.END; mark = next(keys)) {
            if (!isLeftOut(mark) && value.isText()) {
                marks.put(mark, value.from());
            }
            value.skip();
        }
    }

    /** All records of an event have one source: the first one tells. */
    private void records() {
        marks.put(Mark.RECORDS, value.from());
        if (!value.isArray()) {
            value.skip();
            return;
        }
        while (value.nextElement()) {
            if (marks.records() > 0 || !value.isObject()) {
                value.skip();
            } else {
                record();
            }
            marks.countRecord();
        }
    }

    private void record() {
        for (int mark = next(EventKeys.RECORD); mark != Keys.END; mark = next(EventKeys.RECORD)) {
            if (isLeftOut(mark)) {
                value.skip();
                continue;
            }
            boolean fits = Mark.isRecordText(mark) ? value.isText() : value.isObject();
            if (!fits) {
                // What routes look for is there, and is nothing: a second one must not take its place.
                if (mark == Mark.RECORD_SOURCE_ARN) {
                    marks.putNothing(mark);
                }
                value.skip();
            } else if (mark == Mark.RECORD_TOPIC) {
                texts(EventKeys.SNS);
                if (!marks.has(mark)) {
                    marks.putNothing(mark);
                }
            } else if (mark == Mark.RECORD_S3) {
                marks.put(mark, value.from());
                s3();
            } else {
                marks.put(mark, value.from());
                value.skip();
            }
        }
    }

    private void s3() {
        for (int mark = next(EventKeys.S3); mark != Keys.END; mark = next(EventKeys.S3)) {
            if (isLeftOut(mark) || !value.isObject()) {
                value.skip();
            } else {
                marks.put(mark, value.from());
                texts(mark == Mark.S3_BUCKET ? EventKeys.BUCKET : EventKeys.OBJECT);
            }
        }
    }
}
