package io.lambdamaven.plugin.plan.resource;

/** The kinds of AWS resources a deploy can make, in AWS's words. */
public enum ResourceType {
    QUEUE("SQS queue", Source.class, true),
    TOPIC("SNS topic", Source.class, true),
    BUCKET("S3 bucket", Source.class, true),
    TABLE("DynamoDB table", Source.class, true),
    TABLE_STREAM("stream of DynamoDB table", Source.class, true),
    DATA_STREAM("Kinesis stream", Source.class, true),
    SOURCE_LOG_GROUP("source log group", Source.class, true),
    CODE_OBJECT("code object", CodeObject.class, false),
    ROLE("IAM role", Role.class, false),
    LOG_GROUP("log group", LogGroup.class, true),
    FUNCTION("function", LambdaFunction.class, false),
    VERSION("version", Version.class, false),
    ALIAS("alias", Alias.class, false),
    CONFIGURATION_TAG("configuration tag", ConfigurationTag.class, false),
    EVENT_INVOKE_CONFIG("asynchronous invocation", EventInvokeConfig.class, false),
    RESERVED_CONCURRENCY("reserved concurrency", ReservedConcurrency.class, false),
    PROVISIONED_CONCURRENCY("provisioned concurrency", ProvisionedConcurrency.class, false),
    RECURSION_CONFIG("recursion control", RecursionConfig.class, false),
    FUNCTION_URL("function URL", FunctionUrl.class, false),
    HTTP_API("HTTP API", HttpApi.class, false),
    REST_API("REST API", RestApi.class, false),
    WEB_SOCKET_API("WebSocket API", WebSocketApi.class, false),
    PERMISSION("permission", Permission.class, false),
    HTTP_AUTHORIZER("HTTP authorizer", HttpAuthorizer.class, false),
    HTTP_ROUTE("HTTP route", HttpRoute.class, false),
    HTTP_STAGE("HTTP stage", HttpStage.class, false),
    REST_STAGE("REST stage", RestStage.class, false),
    USAGE_PLAN("usage plan", UsagePlan.class, false),
    WEB_SOCKET_ROUTE("WebSocket route", WebSocketRoute.class, false),
    TARGET_GROUP("target group", TargetGroup.class, false),
    LISTENER_RULE("listener rule", ListenerRule.class, false),
    BUCKET_NOTIFICATION("S3 notification", BucketNotification.class, false),
    EVENT_SOURCE_MAPPING("event source mapping", EventSourceMapping.class, false),
    SCHEDULE_RULE("EventBridge rule", ScheduleRule.class, false),
    SCHEDULE("schedule", Schedule.class, false),
    EVENT_RULE("EventBridge rule", EventRule.class, false),
    ALARM_ACTION("alarm action", AlarmAction.class, false),
    BUCKET_EVENTS("events of S3 bucket", BucketEvents.class, false),
    COMMIT_TRIGGER("CodeCommit trigger", CommitTrigger.class, false),
    CONFIG_RULE("Config rule", ConfigRule.class, false),
    IOT_RULE("IoT rule", IotRule.class, false),
    LEX_HOOK("Lex code hook", LexHook.class, false),
    LOG_SUBSCRIPTION("log subscription", LogSubscription.class, false),
    RECEIPT_RULE("SES receipt rule", ReceiptRule.class, false),
    SECRET_ROTATION("rotation of secret", SecretRotation.class, false),
    SNS_SUBSCRIPTION("SNS subscription", SnsSubscription.class, false),
    USER_POOL_HOOKS("user pool triggers", UserPoolHooks.class, false);

    private final String label;
    private final Class<? extends Resource> recordClass;
    private final boolean dataBearing;

    ResourceType(String label, Class<? extends Resource> recordClass, boolean dataBearing) {
        this.label = label;
        this.recordClass = recordClass;
        this.dataBearing = dataBearing;
    }

    /** As it stands in a printed plan. */
    public String label() {
        return label;
    }

    /** The record that describes one. */
    public Class<? extends Resource> recordClass() {
        return recordClass;
    }

    /** Whether removing it loses data: such resources go only when told so. */
    public boolean dataBearing() {
        return dataBearing;
    }
}
