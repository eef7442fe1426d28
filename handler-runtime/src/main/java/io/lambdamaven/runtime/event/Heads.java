package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/**
 * What routing needs of an event of several records, read no further than that: a method that takes the event as it is
 * pays for nothing else.
 */
public final class Heads {
    private Heads() {}

    /**
     * What the first record says of where it comes from.
     *
     * @param kind of the event
     * @param json the event
     * @return the keys of the kind's routes, in their order; empty ones where they do not stand where they are looked for
     */
    public static String[] resources(EventKind kind, byte[] json) {
        return switch (kind) {
            case SQS, DYNAMODB, KINESIS, CODECOMMIT -> new String[] {Members.text(json, "Records", "eventSourceARN")};
            case SNS -> new String[] {Members.text(json, "Records", "Sns", "TopicArn")};
            case MSK -> new String[] {Members.text(json, "eventSourceArn"), topic(json)};
            case KAFKA -> new String[] {topic(json)};
            case ACTIVEMQ ->
                new String[] {
                    Members.text(json, "eventSourceArn"), Members.text(json, "messages", "destination", "physicalName")
                };
            case RABBITMQ -> Batch.rabbit(Members.text(json, "eventSourceArn"), queue(json));
            case FIREHOSE -> new String[] {Members.text(json, "deliveryStreamArn")};
            case KINESIS_ANALYTICS -> new String[] {Members.text(json, "applicationArn")};
            case SES, S3_BATCH -> new String[0];
            default -> new String[] {""};
        };
    }

    private static String topic(byte[] json) {
        JsonCursor cursor = JsonCursor.over(json);
        String topic = null;
        if (toFirst(cursor, "records") != null && cursor.isArray() && cursor.nextElement() && cursor.isObject()) {
            for (String name = cursor.nextName(); name != null && topic == null; name = cursor.nextName()) {
                if (name.equals("topic")) {
                    topic = cursor.text();
                } else {
                    cursor.skip();
                }
            }
        }
        return topic == null ? "" : topic;
    }

    private static String queue(byte[] json) {
        JsonCursor cursor = JsonCursor.over(json);
        String queue = toFirst(cursor, "rmqMessagesByQueue");
        return queue == null ? "" : queue;
    }

    /** Goes to the first list of those that an object holds; null if there is none. */
    private static @Nullable String toFirst(JsonCursor cursor, String container) {
        if (!cursor.isObject()) {
            return null;
        }
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (name.equals(container) && cursor.isObject()) {
                return cursor.nextName();
            }
            cursor.skip();
        }
        return null;
    }
}
