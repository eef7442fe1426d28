package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;

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
     * @return the keys of the kind's routes, in their order; empty ones where they do not stand where they are looked for
     */
    public static String[] resources(Event event) {
        return switch (event.kind()) {
            case SQS, CODECOMMIT -> new String[] {event.value(Mark.RECORD_SOURCE_ARN)};
            case DYNAMODB, KINESIS -> {
                String stream = event.value(Mark.RECORD_SOURCE_ARN);
                // The last call of a window may have no records.
                yield new String[] {stream.isEmpty() ? event.value(Mark.EVENT_SOURCE_ARN) : stream};
            }
            case SNS -> new String[] {event.value(Mark.RECORD_TOPIC)};
            case MSK -> new String[] {event.value(Mark.SOURCE_ARN), topic(event)};
            case KAFKA -> new String[] {topic(event)};
            case ACTIVEMQ -> new String[] {event.value(Mark.SOURCE_ARN), destination(event)};
            case RABBITMQ -> Batch.rabbit(event.value(Mark.SOURCE_ARN), queue(event));
            case FIREHOSE -> new String[] {event.value(Mark.DELIVERY_STREAM)};
            case KINESIS_ANALYTICS -> new String[] {event.value(Mark.APPLICATION)};
            case SES, S3_BATCH -> new String[0];
            default -> new String[] {""};
        };
    }

    private static String topic(Event event) {
        JsonCursor cursor = event.cursor(Mark.LOWER_RECORDS);
        String topic = null;
        if (cursor != null
                && cursor.isObject()
                && cursor.nextName() != null
                && cursor.isArray()
                && cursor.nextElement()
                && cursor.isObject()) {
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

    private static String destination(Event event) {
        JsonCursor cursor = event.cursor(Mark.MQ_MESSAGES);
        return cursor == null ? "" : Members.text(cursor, "destination", "physicalName");
    }

    private static String queue(Event event) {
        JsonCursor cursor = event.cursor(Mark.MQ_QUEUES);
        String queue = cursor != null && cursor.isObject() ? cursor.nextName() : null;
        return queue == null ? "" : queue;
    }
}
