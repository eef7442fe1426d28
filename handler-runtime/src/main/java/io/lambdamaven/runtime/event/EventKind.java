package io.lambdamaven.runtime.event;

/**
 * Every kind of event that reaches a Lambda function, in the order in which they are told apart: the first one whose
 * marks an event carries is its kind. Authorizers and Bedrock agents, for example, look like HTTP requests and so come
 * before them.
 */
public enum EventKind {
    AUTHORIZER_TOKEN("an API Gateway authorizer (TOKEN)"),
    AUTHORIZER_V2("an HTTP API authorizer (2.0)"),
    AUTHORIZER_V1("an API Gateway authorizer (REQUEST)"),
    APPSYNC_AUTHORIZER("an AppSync authorizer"),
    BEDROCK_AGENT("a Bedrock agent"),
    WEBSOCKET("an API Gateway WebSocket API"),
    ALB("an Application Load Balancer"),
    LATTICE_V2("VPC Lattice (2.0)"),
    LATTICE_V1("VPC Lattice (1.0)"),
    FUNCTION_URL("a function URL"),
    HTTP_API("an API Gateway HTTP API"),
    REST_API("an API Gateway REST API"),
    S3("Amazon S3"),
    SNS("Amazon SNS"),
    SQS("Amazon SQS"),
    DYNAMODB("DynamoDB Streams"),
    KINESIS("Kinesis Data Streams"),
    SES("Amazon SES"),
    CODECOMMIT("CodeCommit"),
    CLOUDFRONT("CloudFront Lambda@Edge"),
    MSK("Amazon MSK"),
    KAFKA("self-managed Kafka"),
    RABBITMQ("Amazon MQ (RabbitMQ)"),
    ACTIVEMQ("Amazon MQ (ActiveMQ)"),
    DOCUMENTDB("DocumentDB"),
    COGNITO("a Cognito user pool"),
    COGNITO_SYNC("Cognito Sync"),
    COMMAND("an operator's command"),
    /** Tested before {@link #EVENTBRIDGE}, of which it is a special case. */
    SCHEDULE("an EventBridge schedule"),
    EVENTBRIDGE("EventBridge"),
    /** A batch of resolver calls: tested before {@link #PIPES}, which is any other array. */
    APPSYNC_BATCH("AppSync (a batch)"),
    PIPES("EventBridge Pipes, or a direct invocation with an array"),
    ALARM("a CloudWatch alarm"),
    LOGS("CloudWatch Logs"),
    LEX_V2("Lex V2"),
    LEX_V1("Lex V1"),
    CONFIG("AWS Config"),
    CLOUDFORMATION("a CloudFormation custom resource"),
    CODEPIPELINE("CodePipeline"),
    CODEDEPLOY("a CodeDeploy hook"),
    CONNECT("Amazon Connect"),
    SECRET_ROTATION("Secrets Manager rotation"),
    S3_OBJECT_LAMBDA("S3 Object Lambda"),
    S3_BATCH("S3 Batch Operations"),
    FIREHOSE("Data Firehose"),
    KINESIS_ANALYTICS("Kinesis Data Analytics"),
    APPSYNC("AppSync"),
    ALEXA("Alexa"),
    TRANSFER("Transfer Family"),
    IOT("an IoT button, 1-Click device, authorizer or provisioning hook"),
    DESTINATION("a Lambda destination"),
    /** What no service sends: direct invocations, Step Functions tasks, IoT rules. */
    DIRECT("a direct invocation");

    private final String service;

    EventKind(String service) {
        this.service = service;
    }

    /**
     * Who sends it, for messages.
     *
     * @return such as {@code Amazon SQS}
     */
    public String service() {
        return service;
    }

    /**
     * Whether its answer is an HTTP response.
     *
     * @return true for API Gateway, function URLs, load balancers and VPC Lattice
     */
    public boolean isHttp() {
        return this == HTTP_API
                || this == FUNCTION_URL
                || this == REST_API
                || this == ALB
                || this == LATTICE_V2
                || this == LATTICE_V1;
    }

    /**
     * Whether such payloads go to the route of direct invocations: their senders shape them freely.
     *
     * @return true for direct invocations, arrays, destinations and devices
     */
    public boolean isDirect() {
        return this == DIRECT || this == PIPES || this == DESTINATION || this == IOT;
    }
}
