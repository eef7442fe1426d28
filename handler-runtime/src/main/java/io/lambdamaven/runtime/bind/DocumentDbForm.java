package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.DocumentDbChange;
import io.lambdamaven.runtime.event.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a document; the document is the payload, in extended JSON as it is. */
final class DocumentDbForm extends RecordForm {
    private final Fields record;

    DocumentDbForm(Fields record, int index) {
        super("the document of change " + (index + 1) + " (" + record.text("event.operationType") + ")");
        this.record = record;
    }

    @Override
    byte[] proper() {
        byte[] document = record.json("event.fullDocument");
        return document == null ? new byte[0] : document;
    }

    /** Deletions and what happens to whole collections have no document. */
    @Override
    String ifAbsent() {
        return ": take a DocumentDbChange to see such changes";
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        if (type != DocumentDbChange.class) {
            return null;
        }
        Map<String, String> namespace = record.texts("event.ns");
        return new DocumentDbChange(
                record.text("event.operationType"),
                namespace.getOrDefault("db", ""),
                namespace.getOrDefault("coll", ""),
                object(record, "event.documentKey"),
                object(record, "event.fullDocument"),
                time(object(record, "event.clusterTime")));
    }

    private static @Nullable Instant time(Map<String, @Nullable Object> clusterTime) {
        return clusterTime.get("$timestamp") instanceof Map<?, ?> stamp && stamp.get("t") instanceof Number seconds
                ? since1970(seconds.toString(), true)
                : null;
    }
}
