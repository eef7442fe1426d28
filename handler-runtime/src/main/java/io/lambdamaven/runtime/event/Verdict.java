package io.lambdamaven.runtime.event;

import org.jspecify.annotations.Nullable;

/** The kinds' marks in their order: the first kind whose marks are all there is the event's. */
final class Verdict {
    private Verdict() {}

    /** Whether nothing that may still follow can change the verdict. */
    static boolean isFinal(Marks marks) {
        return marks.is("type", "TOKEN")
                ? marks.has("methodArn")
                : marks.is("type", "REQUEST") && marks.has("routeArn");
    }

    static Event of(Marks m) {
        EventKind kind = authorizer(m);
        kind = kind != null ? kind : http(m);
        kind = kind != null ? kind : records(m);
        kind = kind != null ? kind : poller(m);
        kind = kind != null ? kind : event(m);
        kind = kind != null ? kind : service(m);
        kind = kind != null ? kind : device(m);
        kind = kind != null ? kind : EventKind.DIRECT;
        return new Event(kind, detail(kind, m));
    }

    private static @Nullable EventKind authorizer(Marks m) {
        boolean request = m.is("type", "REQUEST");
        if (m.is("type", "TOKEN") && m.has("methodArn")) {
            return EventKind.AUTHORIZER_TOKEN;
        } else if (request && m.has("routeArn")) {
            return EventKind.AUTHORIZER_V2;
        } else if (request && m.has("methodArn")) {
            return EventKind.AUTHORIZER_V1;
        } else if (m.has("authorizationToken", "requestContext.apiId") && !m.has("methodArn")) {
            return EventKind.APPSYNC_AUTHORIZER;
        } else if (m.has("messageVersion", "agent", "actionGroup")) {
            return EventKind.BEDROCK_AGENT;
        }
        return null;
    }

    private static @Nullable EventKind http(Marks m) {
        String eventType = m.value("requestContext.eventType");
        if (m.has("requestContext.connectionId")
                && (eventType.equals("MESSAGE") || eventType.equals("CONNECT") || eventType.equals("DISCONNECT"))) {
            return EventKind.WEBSOCKET;
        } else if (m.has("requestContext.elb")) {
            return EventKind.ALB;
        } else if (m.has("requestContext.serviceNetworkArn")) {
            return EventKind.LATTICE_V2;
        } else if (m.has("raw_path", "is_base64_encoded")) {
            return EventKind.LATTICE_V1;
        } else if (m.has("requestContext.http")) {
            boolean url = m.value("requestContext.domainName").contains(".lambda-url.");
            return url ? EventKind.FUNCTION_URL : EventKind.HTTP_API;
        } else if (m.has("httpMethod") && (m.has("requestContext") || m.has("resource") || m.has("path"))) {
            return EventKind.REST_API;
        }
        return null;
    }

    private static @Nullable EventKind records(Marks m) {
        EventKind kind = switch (m.value("Records.eventSource")) {
            case "aws:s3" -> EventKind.S3;
            case "aws:sqs" -> EventKind.SQS;
            case "aws:dynamodb" -> EventKind.DYNAMODB;
            case "aws:kinesis" -> EventKind.KINESIS;
            case "aws:ses" -> EventKind.SES;
            case "aws:codecommit" -> EventKind.CODECOMMIT;
            default -> sourceless(m);
        };
        // SNS comes before all of them but S3.
        boolean s3 = m.is("Records.eventSource", "aws:s3");
        return m.is("Records.EventSource", "aws:sns") && !s3 ? EventKind.SNS : kind;
    }

    /** Lambda@Edge names no source; some samples leave it out, and then the part named after the service tells. */
    private static @Nullable EventKind sourceless(Marks m) {
        if (m.has("Records.cf")) {
            return EventKind.CLOUDFRONT;
        } else if (m.has("Records.eventSource")) {
            return null;
        } else if (m.has("Records.s3")) {
            return EventKind.S3;
        } else if (m.has("Records.dynamodb")) {
            return EventKind.DYNAMODB;
        }
        return m.has("Records.kinesis") ? EventKind.KINESIS : null;
    }

    private static @Nullable EventKind poller(Marks m) {
        return switch (m.value("eventSource")) {
            case "aws:kafka" -> EventKind.MSK;
            case "aws:SelfManagedKafka", "SelfManagedKafka" -> EventKind.KAFKA;
            case "aws:rmq" -> EventKind.RABBITMQ;
            case "aws:mq", "aws:amq" -> EventKind.ACTIVEMQ;
            case "aws:docdb" -> EventKind.DOCUMENTDB;
            // The last call of a tumbling window may have no records.
            default -> m.has("window") ? windowed(m) : null;
        };
    }

    private static @Nullable EventKind windowed(Marks m) {
        String arn = m.value("eventSourceARN");
        return arn.contains(":kinesis:") ? EventKind.KINESIS : arn.contains(":dynamodb:") ? EventKind.DYNAMODB : null;
    }

    private static @Nullable EventKind event(Marks m) {
        if (m.has("triggerSource", "userPoolId")) {
            return EventKind.COGNITO;
        } else if (m.has("datasetRecords", "identityPoolId")) {
            return EventKind.COGNITO_SYNC;
        } else if (m.operators() && m.is("command", "")) {
            return EventKind.COMMAND;
        } else if (m.has("detail-type", "source", "detail")) {
            return m.is("detail-type", "Scheduled Event") ? EventKind.SCHEDULE : EventKind.EVENTBRIDGE;
        } else if (m.is("source", "aws.cloudwatch") && m.has("alarmArn")) {
            return EventKind.ALARM;
        } else if (m.has("awslogs.data")) {
            return EventKind.LOGS;
        } else if (m.has("bot", "sessionState")) {
            return EventKind.LEX_V2;
        } else if (m.has("bot", "currentIntent")) {
            return EventKind.LEX_V1;
        }
        return null;
    }

    private static @Nullable EventKind service(Marks m) {
        if (m.has("invokingEvent", "resultToken")) {
            return EventKind.CONFIG;
        } else if (m.has("RequestType", "StackId")) {
            return EventKind.CLOUDFORMATION;
        } else if (m.has("CodePipeline.job")) {
            return EventKind.CODEPIPELINE;
        } else if (m.has("LifecycleEventHookExecutionId")) {
            return EventKind.CODEDEPLOY;
        } else if (m.has("Details.ContactData")) {
            return EventKind.CONNECT;
        } else if (m.has("SecretId", "Step")) {
            return EventKind.SECRET_ROTATION;
        } else if (m.has("userRequest", "xAmzRequestId")) {
            return EventKind.S3_OBJECT_LAMBDA;
        } else if (m.has("invocationSchemaVersion", "tasks")) {
            return EventKind.S3_BATCH;
        } else if (m.has("records") && isFirehose(m)) {
            return EventKind.FIREHOSE;
        } else if (m.has("records", "applicationArn")) {
            return EventKind.KINESIS_ANALYTICS;
        }
        return null;
    }

    /** AWS's samples misspell the stream's ARN once and leave it out in old ones. */
    private static boolean isFirehose(Marks m) {
        return m.has("deliveryStreamArn")
                || m.has("deliverySteamArn")
                || (m.has("invocationId") && !m.has("applicationArn"));
    }

    private static @Nullable EventKind device(Marks m) {
        if (isResolver(m)) {
            return EventKind.APPSYNC;
        } else if (m.has("session", "request")
                || m.has("request", "context.System")
                || m.has("directive")
                || m.has("header", "payload")) {
            return EventKind.ALEXA;
        } else if (m.has("username", "protocol", "serverId")) {
            return EventKind.TRANSFER;
        } else if (m.has("deviceEvent", "deviceInfo", "placementInfo")
                || m.has("serialNumber", "clickType", "batteryVoltage")
                || m.has("protocolData", "protocols", "signatureVerified")
                || m.has("claimCertificateId", "certificateId", "templateArn")) {
            return EventKind.IOT;
        } else if (m.has("requestContext.condition", "requestPayload")) {
            return EventKind.DESTINATION;
        }
        return null;
    }

    static boolean isResolver(Marks m) {
        return m.has("info", "arguments") || m.has("info.channel") || m.has("typeName", "fieldName");
    }

    private static String detail(EventKind kind, Marks m) {
        return switch (kind) {
            case WEBSOCKET -> m.value("requestContext.eventType");
            case ALB -> m.has("multiValueHeaders") ? "multi-value" : "";
            case REST_API -> m.value("requestContext.stage");
            case DYNAMODB, KINESIS -> m.has("window") ? "window" : "";
            case COGNITO -> m.value("triggerSource");
            case EVENTBRIDGE -> m.value("source");
            default -> "";
        };
    }

    /** A dot stands for a step inwards, except in the one key that has it; a key of the sender's must not pass for it. */
    static boolean isOutermostMark(String name) {
        return isMark(name) && (name.indexOf('.') < 0 || name.equals("CodePipeline.job"));
    }

    /** Whether a key marks any kind; nothing else of an event is kept while it is read. */
    static boolean isMark(String name) {
        return switch (name) {
            case "methodArn", "routeArn", "authorizationToken", "messageVersion", "agent", "actionGroup" -> true;
            case "Records.cf", "Records.s3", "Records.dynamodb", "Records.kinesis" -> true;
            case "raw_path", "is_base64_encoded", "httpMethod", "resource", "path", "multiValueHeaders" -> true;
            case "requestContext.apiId", "requestContext.connectionId", "requestContext.eventType" -> true;
            case "requestContext.elb", "requestContext.serviceNetworkArn", "requestContext.http" -> true;
            case "requestContext.domainName", "requestContext.stage", "requestContext.condition" -> true;
            case "window", "eventSourceARN", "userPoolId", "datasetRecords", "identityPoolId", "detail" -> true;
            case "alarmArn", "awslogs.data", "bot", "sessionState", "currentIntent", "invokingEvent" -> true;
            case "resultToken", "RequestType", "StackId", "CodePipeline.job", "LifecycleEventHookExecutionId" -> true;
            case "Details.ContactData", "SecretId", "Step", "userRequest", "xAmzRequestId" -> true;
            case "invocationSchemaVersion", "tasks", "records", "deliveryStreamArn", "deliverySteamArn" -> true;
            case "invocationId", "applicationArn", "arguments", "info.channel", "typeName", "fieldName" -> true;
            case "session", "request", "context.System", "directive", "header", "payload", "username" -> true;
            case "protocol", "serverId", "deviceEvent", "deviceInfo", "placementInfo", "serialNumber" -> true;
            case "clickType", "batteryVoltage", "protocolData", "protocols", "signatureVerified" -> true;
            case "claimCertificateId", "certificateId", "templateArn", "requestPayload" -> true;
            default -> false;
        };
    }
}
