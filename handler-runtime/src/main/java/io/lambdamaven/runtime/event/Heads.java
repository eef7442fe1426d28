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
            case LEX_V2 ->
                new String[] {
                    inside(event, Mark.BOT, "name"),
                    inside(event, Mark.SESSION_STATE, "intent", "name"),
                    event.value(Mark.INVOCATION_SOURCE)
                };
            case LEX_V1 ->
                new String[] {
                    inside(event, Mark.BOT, "name"),
                    inside(event, Mark.CURRENT_INTENT, "name"),
                    event.value(Mark.INVOCATION_SOURCE)
                };
            case BEDROCK_AGENT ->
                new String[] {
                    event.value(Mark.ACTION_GROUP),
                    event.value(Mark.FUNCTION),
                    event.value(Mark.API_PATH),
                    event.value(Mark.HTTP_METHOD)
                };
            case CONNECT -> new String[] {inside(event, Mark.CONTACT_DATA, "InstanceARN")};
            case SES, S3_BATCH -> new String[0];
            default -> new String[] {""};
        };
    }

    /**
     * Whose skill an event of Alexa is for, and what it is.
     *
     * @param event as it was recognised
     * @return the skill's id, the request's type or the directive's namespace, and the intent, empty for none
     */
    public static String[] alexa(Event event) {
        String session = inside(event, Mark.SESSION, "application", "applicationId");
        String system = inside(event, Mark.CONTEXT_SYSTEM, "application", "applicationId");
        String type = inside(event, Mark.REQUEST, "type");
        String directive = inside(event, Mark.DIRECTIVE, "header", "namespace");
        String namespace = inside(event, Mark.HEADER, "namespace");
        return new String[] {
            session.isEmpty() ? system : session,
            !type.isEmpty() ? type : directive.isEmpty() ? namespace : directive,
            inside(event, Mark.REQUEST, "intent", "name")
        };
    }

    private static String inside(Event event, int mark, String... way) {
        JsonCursor cursor = event.cursor(mark);
        return cursor == null ? "" : Members.text(cursor, way);
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
        return inside(event, Mark.MQ_MESSAGES, "destination", "physicalName");
    }

    private static String queue(Event event) {
        JsonCursor cursor = event.cursor(Mark.MQ_QUEUES);
        String queue = cursor != null && cursor.isObject() ? cursor.nextName() : null;
        return queue == null ? "" : queue;
    }
}
