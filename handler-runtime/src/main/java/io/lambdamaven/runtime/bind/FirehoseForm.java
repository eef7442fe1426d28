package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.runtime.event.Fields;
import org.jspecify.annotations.Nullable;

/** A record to be transformed; its data is the payload, which has a name of its own where Kafka is the source. */
final class FirehoseForm extends RecordForm {
    private final Fields record;
    private final String stream;

    FirehoseForm(Fields record, String stream) {
        super("the data of record " + record.text("recordId"));
        this.record = record;
        this.stream = stream;
    }

    @Override
    byte[] proper() {
        String data = record.textOrNull("data");
        return base64(data == null ? record.textOrNull("kafkaRecordValue") : data);
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return type != FirehoseRecord.class
                ? null
                : new FirehoseRecord(
                        record.text("recordId"),
                        proper(),
                        since1970(record.textOrNull("approximateArrivalTimestamp"), false),
                        record.textOrNull("kinesisRecordMetadata.partitionKey"),
                        record.textOrNull("kinesisRecordMetadata.sequenceNumber"),
                        stream);
    }
}
