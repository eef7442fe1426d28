package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.Keys;

/** The keys of events that are marks, by the object that they stand in. */
final class EventKeys {
    /** Members of the event itself. */
    static final Keys EVENT = new Keys(512)
            .add("type", Mark.TYPE)
            .add("methodArn", Mark.METHOD_ARN)
            .add("routeArn", Mark.ROUTE_ARN)
            .add("authorizationToken", Mark.AUTHORIZATION_TOKEN)
            .add("messageVersion", Mark.MESSAGE_VERSION)
            .add("agent", Mark.AGENT)
            .add("actionGroup", Mark.ACTION_GROUP)
            .add("requestContext", Mark.REQUEST_CONTEXT)
            .add("rawPath", Mark.RAW_PATH)
            .add("raw_path", Mark.LATTICE_PATH)
            .add("is_base64_encoded", Mark.LATTICE_BASE64)
            .add("httpMethod", Mark.HTTP_METHOD)
            .add("resource", Mark.RESOURCE)
            .add("path", Mark.PATH)
            .add("method", Mark.METHOD)
            .add("version", Mark.VERSION)
            .add("multiValueHeaders", Mark.MULTI_VALUE_HEADERS)
            .add("Records", Mark.RECORDS)
            .add("eventSource", Mark.EVENT_SOURCE)
            .add("eventSourceARN", Mark.EVENT_SOURCE_ARN)
            .add("eventSourceArn", Mark.SOURCE_ARN)
            .add("window", Mark.WINDOW)
            .add("triggerSource", Mark.TRIGGER_SOURCE)
            .add("userPoolId", Mark.USER_POOL)
            .add("datasetRecords", Mark.DATASET_RECORDS)
            .add("identityPoolId", Mark.IDENTITY_POOL)
            .add("command", Mark.COMMAND)
            .add("detail-type", Mark.DETAIL_TYPE)
            .add("source", Mark.SOURCE)
            .add("detail", Mark.DETAIL)
            .add("resources", Mark.FIRST_RESOURCE)
            .add("alarmArn", Mark.ALARM_ARN)
            .add("awslogs", Mark.LOGS)
            .add("bot", Mark.BOT)
            .add("sessionState", Mark.SESSION_STATE)
            .add("currentIntent", Mark.CURRENT_INTENT)
            .add("invokingEvent", Mark.INVOKING_EVENT)
            .add("resultToken", Mark.RESULT_TOKEN)
            .add("RequestType", Mark.REQUEST_TYPE)
            .add("StackId", Mark.STACK_ID)
            .add("CodePipeline.job", Mark.PIPELINE_JOB)
            .add("LifecycleEventHookExecutionId", Mark.HOOK_EXECUTION_ID)
            .add("Details", Mark.DETAILS)
            .add("SecretId", Mark.SECRET_ID)
            .add("Step", Mark.STEP)
            .add("userRequest", Mark.USER_REQUEST)
            .add("xAmzRequestId", Mark.AMZ_REQUEST_ID)
            .add("invocationSchemaVersion", Mark.INVOCATION_SCHEMA)
            .add("tasks", Mark.TASKS)
            .add("records", Mark.LOWER_RECORDS)
            .add("deliveryStreamArn", Mark.DELIVERY_STREAM)
            .add("deliverySteamArn", Mark.DELIVERY_STREAM_MISSPELT)
            .add("invocationId", Mark.INVOCATION_ID)
            .add("applicationArn", Mark.APPLICATION)
            .add("info", Mark.INFO)
            .add("arguments", Mark.ARGUMENTS)
            .add("typeName", Mark.TYPE_NAME)
            .add("fieldName", Mark.FIELD_NAME)
            .add("session", Mark.SESSION)
            .add("request", Mark.REQUEST)
            .add("context", Mark.CONTEXT)
            .add("directive", Mark.DIRECTIVE)
            .add("header", Mark.HEADER)
            .add("payload", Mark.PAYLOAD)
            .add("username", Mark.USERNAME)
            .add("protocol", Mark.PROTOCOL)
            .add("serverId", Mark.SERVER_ID)
            .add("deviceEvent", Mark.DEVICE_EVENT)
            .add("deviceInfo", Mark.DEVICE_INFO)
            .add("placementInfo", Mark.PLACEMENT_INFO)
            .add("serialNumber", Mark.SERIAL_NUMBER)
            .add("clickType", Mark.CLICK_TYPE)
            .add("batteryVoltage", Mark.BATTERY_VOLTAGE)
            .add("protocolData", Mark.PROTOCOL_DATA)
            .add("protocols", Mark.PROTOCOLS)
            .add("signatureVerified", Mark.SIGNATURE_VERIFIED)
            .add("claimCertificateId", Mark.CLAIM_CERTIFICATE)
            .add("certificateId", Mark.CERTIFICATE)
            .add("templateArn", Mark.TEMPLATE_ARN)
            .add("requestPayload", Mark.REQUEST_PAYLOAD)
            .add("messages", Mark.MQ_MESSAGES)
            .add("rmqMessagesByQueue", Mark.MQ_QUEUES)
            .add("invocationSource", Mark.INVOCATION_SOURCE)
            .add("function", Mark.FUNCTION)
            .add("apiPath", Mark.API_PATH)
            .add("sessionAttributes", Mark.SESSION_ATTRIBUTES)
            .add("promptSessionAttributes", Mark.PROMPT_SESSION_ATTRIBUTES);

    /** Members of the request context. */
    static final Keys CONTEXT = new Keys(64)
            .add("apiId", Mark.CONTEXT_API_ID)
            .add("connectionId", Mark.CONTEXT_CONNECTION_ID)
            .add("eventType", Mark.CONTEXT_EVENT_TYPE)
            .add("elb", Mark.CONTEXT_ELB)
            .add("serviceNetworkArn", Mark.CONTEXT_SERVICE_NETWORK)
            .add("http", Mark.CONTEXT_HTTP)
            .add("domainName", Mark.CONTEXT_DOMAIN_NAME)
            .add("stage", Mark.CONTEXT_STAGE)
            .add("condition", Mark.CONTEXT_CONDITION)
            .add("routeKey", Mark.CONTEXT_ROUTE_KEY);

    /** Members of the first record. */
    static final Keys RECORD = new Keys(64)
            .add("eventSource", Mark.RECORD_SOURCE)
            .add("EventSource", Mark.RECORD_SNS_SOURCE)
            .add("eventSourceARN", Mark.RECORD_SOURCE_ARN)
            .add("cf", Mark.RECORD_CF)
            .add("s3", Mark.RECORD_S3)
            .add("dynamodb", Mark.RECORD_DYNAMODB)
            .add("kinesis", Mark.RECORD_KINESIS)
            .add("eventName", Mark.RECORD_EVENT_NAME)
            .add("Sns", Mark.RECORD_TOPIC);

    /** What other objects have that matters, one member each. */
    static final Keys INNER = new Keys(32)
            .add("data", Mark.LOGS_DATA)
            .add("ContactData", Mark.CONTACT_DATA)
            .add("System", Mark.CONTEXT_SYSTEM)
            .add("channel", Mark.INFO_CHANNEL);

    /** Members of the request context's own object for HTTP. */
    static final Keys HTTP = new Keys(4).add("method", Mark.CONTEXT_HTTP_METHOD);

    /** Members of a notification of SNS. */
    static final Keys SNS = new Keys(4).add("TopicArn", Mark.RECORD_TOPIC);

    /** Members of a notification of S3. */
    static final Keys S3 = new Keys(8).add("bucket", Mark.S3_BUCKET).add("object", Mark.S3_OBJECT);

    /** Members of a bucket. */
    static final Keys BUCKET = new Keys(4).add("name", Mark.S3_BUCKET_NAME);

    /** Members of an object. */
    static final Keys OBJECT = new Keys(4).add("key", Mark.S3_KEY);

    private EventKeys() {}

    /** The key of a mark, for messages. */
    static String nameOf(int mark) {
        Keys[] all = {EVENT, CONTEXT, RECORD, INNER, HTTP, SNS, S3, BUCKET, OBJECT};
        String name = null;
        for (int i = 0; name == null && i < all.length; i++) {
            name = all[i].nameOf(mark);
        }
        return String.valueOf(name);
    }

    /** Whether a member belongs to this object and not to another one that has such a member. */
    static boolean isInside(int object, int mark) {
        return switch (mark) {
            case Mark.LOGS_DATA -> object == Mark.LOGS;
            case Mark.CONTACT_DATA -> object == Mark.DETAILS;
            case Mark.CONTEXT_SYSTEM -> object == Mark.CONTEXT;
            case Mark.INFO_CHANNEL -> object == Mark.INFO;
            default -> false;
        };
    }
}
