package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.LogEvent;
import io.lambdamaven.runtime.event.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A log event; its line is the payload. */
final class LogForm extends RecordForm {
    private final Fields record;
    private final Fields document;

    LogForm(Fields record, Fields document) {
        super("the message of log event " + record.text("id"));
        this.record = record;
        this.document = document;
    }

    @Override
    byte[] proper() {
        return record.text("message").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return type != LogEvent.class
                ? null
                : new LogEvent(
                        record.text("id"),
                        Instant.ofEpochMilli(record.number("timestamp")),
                        record.text("message"),
                        document.text("logGroup"),
                        document.text("logStream"),
                        document.text("owner"));
    }
}
