package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of an event, and what stands beside them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html">the services' events</a>
 */
public final class Batch {
    private final EventKind kind;
    private final byte[] event;
    private final Fields envelope;
    private final List<Fields> records = new ArrayList<>();
    private final String container;
    private final String opened;

    private Batch(EventKind kind, byte[] event) {
        this.kind = kind;
        this.event = event;
        this.envelope = new Fields(event, "");
        this.container = container(kind);
        this.opened = opened(kind);
    }

    /**
     * Reads an event with all its records.
     *
     * @param kind of the event
     * @param json the event; of CloudWatch Logs the document within it
     * @return its records
     */
    public static Batch read(EventKind kind, byte[] json) {
        Batch batch = new Batch(kind, json);
        batch.read();
        return batch;
    }

    /**
     * What stands beside the records.
     *
     * @return the event's own members
     */
    public Fields envelope() {
        return envelope;
    }

    /**
     * The records.
     *
     * @return in the order of the event
     */
    public List<Fields> records() {
        return records;
    }

    /**
     * What routing knows of a record.
     *
     * @param index of the record; any of an event without records
     * @return the keys of the kind's routes, in their order
     */
    public String[] resources(int index) {
        Fields record = index < records.size() ? records.get(index) : new Fields(event, "");
        return switch (kind) {
            case SQS, DYNAMODB, KINESIS, CODECOMMIT -> {
                String source = record.text("eventSourceARN");
                yield new String[] {source.isEmpty() ? envelope.text("eventSourceARN") : source};
            }
            case SNS -> new String[] {record.text("Sns.TopicArn")};
            case MSK -> new String[] {envelope.text("eventSourceArn"), record.text("topic")};
            case KAFKA -> new String[] {record.text("topic")};
            case ACTIVEMQ -> new String[] {envelope.text("eventSourceArn"), activeMq(record)};
            case RABBITMQ -> rabbit(envelope.text("eventSourceArn"), record.label());
            case DOCUMENTDB -> documentDb(record);
            case FIREHOSE -> new String[] {firehose()};
            case KINESIS_ANALYTICS -> new String[] {envelope.text("applicationArn")};
            case LOGS -> new String[] {envelope.text("logGroup")};
            default -> new String[0];
        };
    }

    /** Lists are keyed {@code queue::virtualHost}. */
    static String[] rabbit(String broker, String label) {
        int colons = label.lastIndexOf("::");
        String queue = colons < 0 ? label : label.substring(0, colons);
        String host = colons < 0 ? "/" : label.substring(colons + 2);
        return new String[] {broker, queue, host};
    }

    /** AWS's guide and AWS's samples write it in either way. */
    private static String activeMq(Fields record) {
        String queue = record.text("destination.physicalName");
        return queue.isEmpty() ? record.text("destination.physicalname") : queue;
    }

    private String[] documentDb(Fields record) {
        byte[] namespace = record.json("event.ns");
        Fields ns = namespace == null ? new Fields(event, "") : Fields.of(namespace);
        return new String[] {envelope.text("eventSourceArn"), ns.text("db"), ns.text("coll")};
    }

    /** A sample of AWS's own misspells it. */
    private String firehose() {
        String arn = envelope.text("deliveryStreamArn");
        return arn.isEmpty() ? envelope.text("deliverySteamArn") : arn;
    }

    private void read() {
        JsonCursor cursor = JsonCursor.over(event);
        if (cursor.isObject()) {
            members(cursor);
        }
    }

    private void members(JsonCursor cursor) {
        boolean contained = false;
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (!name.equals(container) || contained) {
                envelope.member(name, cursor, "job");
                continue;
            }
            contained = !cursor.isNull();
            if (cursor.isObject()) {
                for (String label = cursor.nextName(); label != null; label = cursor.nextName()) {
                    list(label, cursor);
                }
            } else {
                list("", cursor);
            }
        }
    }

    private void list(String label, JsonCursor cursor) {
        if (!cursor.isArray()) {
            cursor.skip();
            return;
        }
        while (cursor.nextElement()) {
            Fields record = new Fields(event, label);
            record.read(cursor, "", opened);
            records.add(record);
        }
    }

    private static String container(EventKind kind) {
        return switch (kind) {
            case MSK, KAFKA, FIREHOSE, KINESIS_ANALYTICS -> "records";
            case RABBITMQ -> "rmqMessagesByQueue";
            case ACTIVEMQ -> "messages";
            case DOCUMENTDB -> "events";
            case LOGS -> "logEvents";
            case S3_BATCH -> "tasks";
            default -> "Records";
        };
    }

    private static String opened(EventKind kind) {
        return switch (kind) {
            case SNS -> "Sns";
            case DYNAMODB -> "dynamodb";
            case KINESIS -> "kinesis";
            case SES -> "ses";
            case RABBITMQ -> "basicProperties";
            case ACTIVEMQ -> "destination";
            case DOCUMENTDB -> "event";
            case FIREHOSE, KINESIS_ANALYTICS -> "kinesisRecordMetadata";
            default -> "";
        };
    }
}
