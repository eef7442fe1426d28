package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.Window;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stream's event says of its tumbling window.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">tumbling windows</a>
 */
final class Windows {
    private Windows() {}

    static Window window(RecordPayloads batch) {
        Fields event = batch.envelope();
        Map<String, String> bounds = event.texts("window");
        Instant start = RecordForm.iso(bounds.get("start"));
        Instant end = RecordForm.iso(bounds.get("end"));
        if (start == null || end == null) {
            throw new BindException(
                    "the event has no window: its event source mapping has no tumbling window in seconds", null);
        }
        return new Window(
                start,
                end,
                event.text("shardId"),
                event.text("eventSourceARN"),
                event.text("isFinalInvokeForWindow").equals("true"),
                event.text("isWindowTerminatedEarly").equals("true"));
    }

    /** A window starts with an empty object. */
    static @Nullable Object state(RecordPayloads batch, Type type) {
        byte[] state = batch.envelope().json("state");
        if (state == null || isEmpty(state)) {
            return null;
        }
        try {
            return Json.read(state, type);
        } catch (JsonException e) {
            throw new BindException("the window's state " + e.fault(), e);
        }
    }

    private static boolean isEmpty(byte[] state) {
        JsonCursor cursor = JsonCursor.over(state);
        return cursor.isObject() && cursor.nextName() == null;
    }
}
