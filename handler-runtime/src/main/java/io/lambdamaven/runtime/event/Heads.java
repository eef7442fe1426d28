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
     * @param event as it was recognised
     * @param json its bytes
     * @return the keys of the kind's routes, in their order; empty ones where they do not stand where they are looked for
     */
    public static String[] resources(Event event, byte[] json) {
        return switch (event.kind()) {
            case SQS, CODECOMMIT -> new String[] {event.value(Mark.RECORD_SOURCE_ARN)};
            case DYNAMODB, KINESIS -> {
                String stream = event.value(Mark.RECORD_SOURCE_ARN);
                // The last call of a window may have no records.
                yield new String[] {stream.isEmpty() ? event.value(Mark.EVENT_SOURCE_ARN) : stream};
            }
            case SNS -> new String[] {event.value(Mark.RECORD_TOPIC)};
            case MSK -> new String[] {event.value(Mark.SOURCE_ARN), topic(json)};
            case KAFKA -> new String[] {topic(json)};
            case ACTIVEMQ ->
                new String[] {
                    event.value(Mark.SOURCE_ARN), Members.text(json, "messages", "destination", "physicalName")
                };
            case RABBITMQ -> Batch.rabbit(event.value(Mark.SOURCE_ARN), queue(json));
            case FIREHOSE -> new String[] {event.value(Mark.DELIVERY_STREAM)};
            case KINESIS_ANALYTICS -> new String[] {event.value(Mark.APPLICATION)};
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
