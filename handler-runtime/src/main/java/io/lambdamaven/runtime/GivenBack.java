package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.reply.BatchReply;
import java.util.ArrayList;
import java.util.List;

/** The records of a batch that are to be delivered again, and the answer that says so in the source's own form. */
final class GivenBack {
    private final EventKind kind;
    private final Batch batch;
    private final boolean[] back;

    GivenBack(EventKind kind, Batch batch) {
        this.kind = kind;
        this.batch = batch;
        this.back = new boolean[batch.records().size()];
    }

    void add(int index) {
        back[index] = true;
    }

    /** What a source calls the record, for the log; empty if it calls it nothing. */
    String id(int index) {
        Fields record = batch.records().get(index);
        if (kind == EventKind.SQS) {
            return record.text("messageId");
        } else if (kind == EventKind.KINESIS) {
            return record.text("kinesis.sequenceNumber");
        } else if (kind == EventKind.DYNAMODB) {
            return record.text("dynamodb.SequenceNumber");
        }
        return record.text("offset").isEmpty() ? "" : record.label() + "@" + record.text("offset");
    }

    /**
     * Lambda goes back to the lowest number of a stream's answer: one says it all. Of the others each is named.
     *
     * @throws BindException if a record has no id: what cannot be named fails with the whole batch
     */
    byte[] answer() {
        List<String> ids = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        boolean kafka = kind == EventKind.MSK || kind == EventKind.KAFKA;
        boolean stream = kind == EventKind.KINESIS || kind == EventKind.DYNAMODB;
        for (int i = 0; i < back.length && !(stream && !ids.isEmpty()); i++) {
            if (back[i]) {
                ids.add(kafka ? batch.records().get(i).label() : named(i));
                if (kafka) {
                    offsets.add(offset(i));
                }
            }
        }
        return kafka ? BatchReply.of(ids, offsets) : BatchReply.of(ids);
    }

    private String named(int index) {
        String id = id(index);
        if (id.isEmpty()) {
            throw new BindException(
                    "record " + (index + 1) + " of " + kind.service()
                            + " is to be delivered again and has no id: the whole batch fails",
                    null);
        }
        return id;
    }

    private Long offset(int index) {
        named(index);
        try {
            return Long.valueOf(batch.records().get(index).text("offset"));
        } catch (NumberFormatException e) {
            throw new BindException(
                    "record " + id(index) + " of " + kind.service()
                            + " is to be delivered again and its offset is no number: the whole batch fails",
                    e);
        }
    }
}
