package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.event.Records;
import io.lambdamaven.runtime.event.S3Record;
import io.lambdamaven.runtime.json.Gzip;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of an event as payloads; the event is read when the first of them is asked for. */
public final class RecordPayloads {
    private final EventKind kind;
    private final byte[] event;
    private final boolean unwrapped;
    private @Nullable Batch batch;
    private @Nullable List<S3Record> objects;

    /**
     * Of an event.
     *
     * @param kind of the event
     * @param event its JSON; of CloudWatch Logs the document within it
     * @param unwrapped whether what another service wrapped into a message is the payload
     */
    public RecordPayloads(EventKind kind, byte[] event, boolean unwrapped) {
        this.kind = kind;
        this.event = event;
        this.unwrapped = unwrapped;
    }

    /**
     * The document of an event of CloudWatch Logs.
     *
     * @param data of {@code awslogs}: packed by gzip, in base64
     * @return JSON
     * @throws BindException if it is no such thing
     */
    public static byte[] logs(String data) {
        try {
            return Gzip.unpack(Base64.getDecoder().decode(data));
        } catch (IllegalArgumentException e) {
            throw new BindException("awslogs.data is not base64", e);
        } catch (JsonException e) {
            throw new BindException("awslogs.data " + e.fault(), e);
        }
    }

    /**
     * Whether bytes hold a JSON object, as far as its first token tells.
     *
     * @param json perhaps
     * @return false for all else
     */
    public static boolean isObject(byte[] json) {
        try {
            return json.length > 0 && JsonCursor.over(json).isObject();
        } catch (JsonException e) {
            return false;
        }
    }

    /**
     * The event, read.
     *
     * @return its records
     */
    public Batch batch() {
        if (batch == null) {
            batch = Batch.read(kind, event);
        }
        return batch;
    }

    Fields envelope() {
        return batch().envelope();
    }

    /**
     * The payloads of all records.
     *
     * @return in the order of the event
     */
    public List<Payload> all() {
        List<Payload> all = new ArrayList<>();
        for (int i = 0; i < batch().records().size(); i++) {
            all.addAll(of(i));
        }
        return all;
    }

    /**
     * The payloads of a record: one, but for a message that wraps an event of S3 with several records, or none.
     *
     * @param index of the record
     * @return in their order
     */
    public List<Payload> of(int index) {
        if (kind == EventKind.S3) {
            return List.of(Payload.of(objects().get(index)));
        } else if (unwrapped && kind == EventKind.SQS) {
            List<RecordForm> forms =
                    UnwrappedForm.of(new SqsForm(batch().records().get(index)));
            List<Payload> payloads = new ArrayList<>(forms.size());
            for (int i = 0; i < forms.size(); i++) {
                payloads.add(Payload.of(forms.get(i), batch().records().get(index)));
            }
            return payloads;
        }
        return List.of(Payload.of(form(index), batch().records().get(index)));
    }

    private List<S3Record> objects() {
        if (objects == null) {
            objects = Records.s3(event);
        }
        return objects;
    }

    private RecordForm form(int index) {
        Fields record = batch().records().get(index);
        return switch (kind) {
            case SQS -> new SqsForm(record);
            case SNS -> new SnsForm(record);
            case KINESIS -> new KinesisForm(record);
            case DYNAMODB -> new DynamoDbForm(record);
            case MSK, KAFKA -> new KafkaForm(record);
            case ACTIVEMQ, RABBITMQ -> mq(record, index);
            case DOCUMENTDB -> new DocumentDbForm(record, index);
            case SES -> new SesForm(record);
            case LOGS -> new LogForm(record, envelope());
            case FIREHOSE, KINESIS_ANALYTICS -> new FirehoseForm(record, batch().resources(index)[0]);
            case S3_BATCH -> new S3BatchForm(record, envelope());
            default -> new PlainForm(record, index);
        };
    }

    private RecordForm mq(Fields record, int index) {
        String[] place = batch().resources(index);
        return new MqForm(record, kind == EventKind.RABBITMQ, place[0], place[1], index);
    }
}
