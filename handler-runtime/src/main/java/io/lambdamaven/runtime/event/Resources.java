package io.lambdamaven.runtime.event;

/** Names what an event is about, for the message that no route takes it. */
public final class Resources {
    private Resources() {}

    /**
     * The resource of an event.
     *
     * @param kind of the event
     * @param json the event
     * @return a name or ARN, empty where there is none
     */
    public static String of(EventKind kind, byte[] json) {
        return switch (kind) {
            case S3 -> Members.text(json, "Records", "s3", "bucket", "name");
            case SNS -> Members.text(json, "Records", "Sns", "TopicArn");
            case SQS, DYNAMODB, KINESIS, CODECOMMIT -> Members.text(json, "Records", "eventSourceARN");
            case MSK, DOCUMENTDB, ACTIVEMQ, RABBITMQ -> Members.text(json, "eventSourceArn");
            case KAFKA -> Members.text(json, "bootstrapServers");
            case COGNITO -> Members.text(json, "triggerSource") + " " + Members.text(json, "userPoolId");
            case COGNITO_SYNC -> Members.text(json, "identityPoolId");
            case COMMAND -> Members.text(json, "command");
            case SCHEDULE -> Members.text(json, "resources");
            case EVENTBRIDGE -> Members.text(json, "source") + " " + Members.text(json, "detail-type");
            case ALARM -> Members.text(json, "alarmArn");
            case FIREHOSE -> Members.text(json, "deliveryStreamArn");
            case KINESIS_ANALYTICS -> Members.text(json, "applicationArn");
            case AUTHORIZER_TOKEN, AUTHORIZER_V1 -> Members.text(json, "methodArn");
            case AUTHORIZER_V2 -> Members.text(json, "routeArn");
            case WEBSOCKET -> Members.text(json, "requestContext", "routeKey");
            case CLOUDFORMATION -> Members.text(json, "StackId");
            case SECRET_ROTATION -> Members.text(json, "SecretId");
            default -> "";
        };
    }
}
