package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.KafkaRecord;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.json.JsonCursor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of a Kafka topic; its value is the payload. */
final class KafkaForm extends RecordForm {
    private final Fields record;

    KafkaForm(Fields record) {
        super("the value of record " + record.label() + "@" + record.text("offset"));
        this.record = record;
    }

    @Override
    byte[] proper() {
        return base64(record.textOrNull("value"));
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        if (type != KafkaRecord.class) {
            return null;
        }
        String key = record.textOrNull("key");
        return new KafkaRecord(
                record.text("topic"),
                (int) record.number("partition"),
                record.number("offset"),
                since1970(record.textOrNull("timestamp"), false),
                key == null ? null : base64(key),
                record.textOrNull("value") == null ? null : proper(),
                headers(record.json("headers")));
    }

    /** A list of objects with one member each, in the order in which the producer added them. */
    private Map<String, List<byte[]>> headers(byte @Nullable [] json) {
        Map<String, List<byte[]>> headers = new LinkedHashMap<>();
        if (json == null) {
            return headers;
        }
        JsonCursor cursor = JsonCursor.over(json);
        boolean list = cursor.isArray();
        while (list && cursor.nextElement()) {
            for (String name = first(cursor); name != null; name = cursor.nextName()) {
                List<byte[]> values = headers.get(name);
                if (values == null) {
                    values = new ArrayList<>(1);
                    headers.put(name, values);
                }
                values.add(header(cursor, name));
            }
        }
        return headers;
    }

    private static @Nullable String first(JsonCursor cursor) {
        if (cursor.isObject()) {
            return cursor.nextName();
        }
        cursor.skip();
        return null;
    }

    /** Its bytes as numbers, signed or not; some samples have base64. */
    private byte[] header(JsonCursor cursor, String name) {
        if (!cursor.isArray()) {
            return base64(cursor.text());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (cursor.nextElement()) {
            long number = cursor.isNumber() ? cursor.number() : Long.MAX_VALUE;
            if (number < Byte.MIN_VALUE || number > 255) {
                throw new BindException(what() + " has a header that is no bytes: headers." + name, null);
            }
            out.write((int) number);
        }
        return out.toByteArray();
    }
}
