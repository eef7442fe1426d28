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
        batch.read(false);
        return batch;
    }

    /**
     * Reads no more than routing needs: the first record, and what stands before it or beside it.
     *
     * @param kind of the event
     * @param json the event
     * @return at most one record
     */
    public static Batch head(EventKind kind, byte[] json) {
        Batch batch = new Batch(kind, json);
        batch.read(true);
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
            case ACTIVEMQ -> new String[] {envelope.text("eventSourceArn"), record.text("destination.physicalName")};
            case RABBITMQ -> rabbit(record.label());
            case DOCUMENTDB -> documentDb(record);
            case FIREHOSE -> new String[] {firehose()};
            case KINESIS_ANALYTICS -> new String[] {envelope.text("applicationArn")};
            case LOGS -> new String[] {envelope.text("logGroup")};
            default -> new String[0];
        };
    }

    /** Lists are keyed {@code queue::virtualHost}. */
    private String[] rabbit(String label) {
        int colons = label.lastIndexOf("::");
        String queue = colons < 0 ? label : label.substring(0, colons);
        String host = colons < 0 ? "/" : label.substring(colons + 2);
        return new String[] {envelope.text("eventSourceArn"), queue, host};
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

    private void read(boolean head) {
        JsonCursor cursor = JsonCursor.over(event);
        if (!cursor.isObject()) {
            return;
        }
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (!name.equals(container) || !records.isEmpty()) {
                envelope.member(name, cursor, "job");
            } else if (cursor.isArray()) {
                list("", cursor, head);
            } else {
                lists(cursor, head);
            }
            if (head && !records.isEmpty() && isPlaced()) {
                return;
            }
        }
    }

    /** Whether the event has said already what it says beside its records about where it comes from. */
    private boolean isPlaced() {
        return switch (kind) {
            case MSK, ACTIVEMQ, RABBITMQ, DOCUMENTDB ->
                !envelope.text("eventSourceArn").isEmpty();
            case FIREHOSE, KINESIS_ANALYTICS -> !resources(0)[0].isEmpty();
            case DYNAMODB, KINESIS -> !resources(0)[0].isEmpty();
            default -> true;
        };
    }

    private void lists(JsonCursor cursor, boolean head) {
        if (!cursor.isObject()) {
            cursor.skip();
            return;
        }
        for (String label = cursor.nextName(); label != null; label = cursor.nextName()) {
            if (cursor.isArray()) {
                list(label, cursor, head);
            } else {
                cursor.skip();
            }
            if (head && !records.isEmpty() && isPlaced()) {
                return;
            }
        }
    }

    private void list(String label, JsonCursor cursor, boolean head) {
        while (cursor.nextElement()) {
            if (head && !records.isEmpty()) {
                cursor.skip();
                continue;
            }
            Fields record = new Fields(event, label);
            record.read(cursor, "", opened);
            records.add(record);
            if (head && isPlaced()) {
                return;
            }
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
