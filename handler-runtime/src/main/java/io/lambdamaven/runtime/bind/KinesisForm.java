package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.runtime.event.Fields;
import org.jspecify.annotations.Nullable;

/** A record of a Kinesis stream; its data is the payload. */
final class KinesisForm extends RecordForm {
    private final Fields record;

    KinesisForm(Fields record) {
        super("the data of record " + record.text("kinesis.sequenceNumber"));
        this.record = record;
    }

    @Override
    byte[] proper() {
        return base64(record.textOrNull("kinesis.data"));
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return type != KinesisRecord.class
                ? null
                : new KinesisRecord(
                        proper(),
                        record.text("kinesis.partitionKey"),
                        record.text("kinesis.sequenceNumber"),
                        since1970(record.textOrNull("kinesis.approximateArrivalTimestamp"), true),
                        record.text("eventID"),
                        record.text("eventSourceARN"));
    }
}
