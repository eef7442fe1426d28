package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.event.Fields;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of a queue; its body is the payload. */
final class SqsForm extends RecordForm {
    private final Fields record;

    SqsForm(Fields record) {
        super("the body of message " + record.text("messageId"));
        this.record = record;
    }

    @Override
    byte[] proper() {
        return record.text("body").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return type == SqsMessage.class ? message() : null;
    }

    SqsMessage message() {
        return new SqsMessage(
                record.text("messageId"),
                record.text("receiptHandle"),
                record.text("body"),
                record.texts("attributes"),
                attributes(record.json("messageAttributes"), "stringValue", "binaryValue"),
                record.text("eventSourceARN"));
    }

    /** Name to value, of objects that hold the value under one of two names. */
    static Map<String, String> attributes(byte @Nullable [] json, String valueName, String otherName) {
        if (json == null) {
            return Map.of();
        }
        Fields all = Fields.of(json);
        Map<String, String> values = new HashMap<>();
        for (String name : all.partNames()) {
            Map<String, String> attribute = all.texts(name);
            String value = attribute.get(valueName);
            value = value == null ? attribute.get(otherName) : value;
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }
}
