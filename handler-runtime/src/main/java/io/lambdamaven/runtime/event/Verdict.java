package io.lambdamaven.runtime.event;

import org.jspecify.annotations.Nullable;

/** The kinds' marks in their order: the first kind whose marks are all there is the event's. */
final class Verdict {
    private Verdict() {}

    static Event of(Marks m) {
        EventKind kind = authorizer(m);
        kind = kind != null ? kind : http(m);
        kind = kind != null ? kind : records(m);
        kind = kind != null ? kind : poller(m);
        kind = kind != null ? kind : event(m);
        kind = kind != null ? kind : service(m);
        kind = kind != null ? kind : device(m);
        kind = kind != null ? kind : EventKind.DIRECT;
        return new Event(kind, m);
    }

    private static @Nullable EventKind authorizer(Marks m) {
        boolean request = m.is(Mark.TYPE, "REQUEST");
        if (m.is(Mark.TYPE, "TOKEN") && m.has(Mark.METHOD_ARN)) {
            return EventKind.AUTHORIZER_TOKEN;
        } else if (request && m.has(Mark.ROUTE_ARN)) {
            return EventKind.AUTHORIZER_V2;
        } else if (request && m.has(Mark.METHOD_ARN)) {
            return EventKind.AUTHORIZER_V1;
        } else if (m.has(Mark.AUTHORIZATION_TOKEN, Mark.CONTEXT_API_ID) && !m.has(Mark.METHOD_ARN)) {
            return EventKind.APPSYNC_AUTHORIZER;
        } else if (m.has(Mark.MESSAGE_VERSION, Mark.AGENT, Mark.ACTION_GROUP)) {
            return EventKind.BEDROCK_AGENT;
        }
        return null;
    }

    private static @Nullable EventKind http(Marks m) {
        if (m.has(Mark.CONTEXT_CONNECTION_ID)
                && (m.is(Mark.CONTEXT_EVENT_TYPE, "MESSAGE")
                        || m.is(Mark.CONTEXT_EVENT_TYPE, "CONNECT")
                        || m.is(Mark.CONTEXT_EVENT_TYPE, "DISCONNECT"))) {
            return EventKind.WEBSOCKET;
        } else if (m.has(Mark.CONTEXT_ELB)) {
            return EventKind.ALB;
        } else if (m.has(Mark.CONTEXT_SERVICE_NETWORK)) {
            return EventKind.LATTICE_V2;
        } else if (m.has(Mark.LATTICE_PATH, Mark.LATTICE_BASE64)) {
            return EventKind.LATTICE_V1;
        } else if (m.has(Mark.CONTEXT_HTTP)) {
            boolean url = m.contains(Mark.CONTEXT_DOMAIN_NAME, ".lambda-url.");
            return url ? EventKind.FUNCTION_URL : EventKind.HTTP_API;
        } else if (m.has(Mark.HTTP_METHOD)
                && (m.has(Mark.REQUEST_CONTEXT) || m.has(Mark.RESOURCE) || m.has(Mark.PATH))) {
            return EventKind.REST_API;
        }
        return null;
    }

    private static @Nullable EventKind records(Marks m) {
        if (m.is(Mark.RECORD_SOURCE, "aws:s3")) {
            return EventKind.S3;
        } else if (m.is(Mark.RECORD_SNS_SOURCE, "aws:sns")) {
            return EventKind.SNS;
        } else if (m.is(Mark.RECORD_SOURCE, "aws:sqs")) {
            return EventKind.SQS;
        } else if (m.is(Mark.RECORD_SOURCE, "aws:dynamodb")) {
            return EventKind.DYNAMODB;
        } else if (m.is(Mark.RECORD_SOURCE, "aws:kinesis")) {
            return EventKind.KINESIS;
        } else if (m.is(Mark.RECORD_SOURCE, "aws:ses")) {
            return EventKind.SES;
        } else if (m.is(Mark.RECORD_SOURCE, "aws:codecommit")) {
            return EventKind.CODECOMMIT;
        }
        return sourceless(m);
    }

    /** Lambda@Edge names no source; some samples leave it out, and then the part named after the service tells. */
    private static @Nullable EventKind sourceless(Marks m) {
        if (m.has(Mark.RECORD_CF)) {
            return EventKind.CLOUDFRONT;
        } else if (m.has(Mark.RECORD_SOURCE)) {
            return null;
        } else if (m.has(Mark.RECORD_S3)) {
            return EventKind.S3;
        } else if (m.has(Mark.RECORD_DYNAMODB)) {
            return EventKind.DYNAMODB;
        }
        return m.has(Mark.RECORD_KINESIS) ? EventKind.KINESIS : null;
    }

    private static @Nullable EventKind poller(Marks m) {
        if (m.is(Mark.EVENT_SOURCE, "aws:kafka")) {
            return EventKind.MSK;
        } else if (m.is(Mark.EVENT_SOURCE, "aws:SelfManagedKafka") || m.is(Mark.EVENT_SOURCE, "SelfManagedKafka")) {
            return EventKind.KAFKA;
        } else if (m.is(Mark.EVENT_SOURCE, "aws:rmq")) {
            return EventKind.RABBITMQ;
        } else if (m.is(Mark.EVENT_SOURCE, "aws:mq") || m.is(Mark.EVENT_SOURCE, "aws:amq")) {
            return EventKind.ACTIVEMQ;
        } else if (m.is(Mark.EVENT_SOURCE, "aws:docdb")) {
            return EventKind.DOCUMENTDB;
        }
        // The last call of a tumbling window may have no records.
        return m.has(Mark.WINDOW) ? windowed(m) : null;
    }

    private static @Nullable EventKind windowed(Marks m) {
        String arn = m.value(Mark.EVENT_SOURCE_ARN);
        return arn.contains(":kinesis:") ? EventKind.KINESIS : arn.contains(":dynamodb:") ? EventKind.DYNAMODB : null;
    }

    private static @Nullable EventKind event(Marks m) {
        if (m.has(Mark.TRIGGER_SOURCE, Mark.USER_POOL)) {
            return EventKind.COGNITO;
        } else if (m.has(Mark.DATASET_RECORDS, Mark.IDENTITY_POOL)) {
            return EventKind.COGNITO_SYNC;
        } else if (m.operators() && m.isText(Mark.COMMAND)) {
            return EventKind.COMMAND;
        } else if (m.has(Mark.DETAIL_TYPE, Mark.SOURCE, Mark.DETAIL)) {
            return m.is(Mark.DETAIL_TYPE, "Scheduled Event") ? EventKind.SCHEDULE : EventKind.EVENTBRIDGE;
        } else if (m.is(Mark.SOURCE, "aws.cloudwatch") && m.has(Mark.ALARM_ARN)) {
            return EventKind.ALARM;
        } else if (m.has(Mark.LOGS_DATA)) {
            return EventKind.LOGS;
        } else if (m.has(Mark.BOT, Mark.SESSION_STATE)) {
            return EventKind.LEX_V2;
        } else if (m.has(Mark.BOT, Mark.CURRENT_INTENT)) {
            return EventKind.LEX_V1;
        }
        return null;
    }

    private static @Nullable EventKind service(Marks m) {
        if (m.has(Mark.INVOKING_EVENT, Mark.RESULT_TOKEN)) {
            return EventKind.CONFIG;
        } else if (m.has(Mark.REQUEST_TYPE, Mark.STACK_ID)) {
            return EventKind.CLOUDFORMATION;
        } else if (m.has(Mark.PIPELINE_JOB)) {
            return EventKind.CODEPIPELINE;
        } else if (m.has(Mark.HOOK_EXECUTION_ID)) {
            return EventKind.CODEDEPLOY;
        } else if (m.has(Mark.CONTACT_DATA)) {
            return EventKind.CONNECT;
        } else if (m.has(Mark.SECRET_ID, Mark.STEP)) {
            return EventKind.SECRET_ROTATION;
        } else if (m.has(Mark.USER_REQUEST, Mark.AMZ_REQUEST_ID)) {
            return EventKind.S3_OBJECT_LAMBDA;
        } else if (m.has(Mark.INVOCATION_SCHEMA, Mark.TASKS)) {
            return EventKind.S3_BATCH;
        } else if (m.has(Mark.LOWER_RECORDS) && isFirehose(m)) {
            return EventKind.FIREHOSE;
        } else if (m.has(Mark.LOWER_RECORDS, Mark.APPLICATION)) {
            return EventKind.KINESIS_ANALYTICS;
        }
        return null;
    }

    /** AWS's samples misspell the stream's ARN once and leave it out in old ones. */
    private static boolean isFirehose(Marks m) {
        return m.has(Mark.DELIVERY_STREAM)
                || m.has(Mark.DELIVERY_STREAM_MISSPELT)
                || (m.has(Mark.INVOCATION_ID) && !m.has(Mark.APPLICATION));
    }

    private static @Nullable EventKind device(Marks m) {
        if (isResolver(m)) {
            return EventKind.APPSYNC;
        } else if (m.has(Mark.SESSION, Mark.REQUEST)
                || m.has(Mark.REQUEST, Mark.CONTEXT_SYSTEM)
                || m.has(Mark.DIRECTIVE)
                || m.has(Mark.HEADER, Mark.PAYLOAD)) {
            return EventKind.ALEXA;
        } else if (m.has(Mark.USERNAME, Mark.PROTOCOL, Mark.SERVER_ID)) {
            return EventKind.TRANSFER;
        } else if (m.has(Mark.DEVICE_EVENT, Mark.DEVICE_INFO, Mark.PLACEMENT_INFO)
                || m.has(Mark.SERIAL_NUMBER, Mark.CLICK_TYPE, Mark.BATTERY_VOLTAGE)
                || m.has(Mark.PROTOCOL_DATA, Mark.PROTOCOLS, Mark.SIGNATURE_VERIFIED)
                || m.has(Mark.CLAIM_CERTIFICATE, Mark.CERTIFICATE, Mark.TEMPLATE_ARN)) {
            return EventKind.IOT;
        } else if (m.has(Mark.CONTEXT_CONDITION, Mark.REQUEST_PAYLOAD)) {
            return EventKind.DESTINATION;
        }
        return null;
    }

    static boolean isResolver(Marks m) {
        return m.has(Mark.INFO, Mark.ARGUMENTS) || m.has(Mark.INFO_CHANNEL) || m.has(Mark.TYPE_NAME, Mark.FIELD_NAME);
    }

    /** The sender's own word for an event of this kind. */
    static String detail(EventKind kind, Marks m) {
        return switch (kind) {
            case WEBSOCKET -> m.value(Mark.CONTEXT_EVENT_TYPE);
            case ALB -> m.has(Mark.MULTI_VALUE_HEADERS) ? "multi-value" : "";
            case REST_API -> m.value(Mark.CONTEXT_STAGE);
            case DYNAMODB, KINESIS -> m.has(Mark.WINDOW) ? "window" : "";
            case COGNITO -> m.value(Mark.TRIGGER_SOURCE);
            case EVENTBRIDGE -> m.value(Mark.SOURCE);
            default -> "";
        };
    }
}
