package io.lambdamaven.runtime.event;

/**
 * The keys of events that tell kinds apart or say which route an event takes, as numbers: looking one up costs a switch,
 * and nothing is made of the keys between them.
 */
public final class Mark {
    static final int NONE = -1;

    /** A REST, HTTP, WebSocket or AppSync authorizer's marks. */
    static final int TYPE = 0;

    static final int METHOD_ARN = 1;
    static final int ROUTE_ARN = 2;
    static final int AUTHORIZATION_TOKEN = 3;
    static final int MESSAGE_VERSION = 4;
    static final int AGENT = 5;

    /** The action group of a Bedrock agent. */
    public static final int ACTION_GROUP = 6;

    static final int REQUEST_CONTEXT = 7;
    static final int CONTEXT_API_ID = 8;
    static final int CONTEXT_CONNECTION_ID = 9;
    static final int CONTEXT_EVENT_TYPE = 10;
    static final int CONTEXT_ELB = 11;
    static final int CONTEXT_SERVICE_NETWORK = 12;
    static final int CONTEXT_HTTP = 13;
    static final int CONTEXT_HTTP_METHOD = 14;
    static final int CONTEXT_DOMAIN_NAME = 15;
    static final int CONTEXT_STAGE = 16;
    static final int CONTEXT_CONDITION = 17;

    /** The route key of a WebSocket API. */
    public static final int CONTEXT_ROUTE_KEY = 18;

    static final int RAW_PATH = 19;
    static final int LATTICE_PATH = 20;
    static final int LATTICE_BASE64 = 21;
    static final int HTTP_METHOD = 22;
    static final int RESOURCE = 23;
    static final int PATH = 24;
    static final int METHOD = 25;
    static final int VERSION = 26;
    static final int MULTI_VALUE_HEADERS = 27;
    static final int RECORDS = 28;
    static final int RECORD_SOURCE = 29;
    static final int RECORD_SNS_SOURCE = 30;
    static final int RECORD_CF = 31;
    static final int RECORD_S3 = 32;
    static final int RECORD_DYNAMODB = 33;
    static final int RECORD_KINESIS = 34;

    /** The first record's queue, stream or repository. */
    public static final int RECORD_SOURCE_ARN = 35;

    static final int EVENT_SOURCE = 36;

    /** The source of a windowed batch that may have no records. */
    public static final int EVENT_SOURCE_ARN = 37;

    /** The cluster or broker of a polled batch. */
    public static final int SOURCE_ARN = 38;

    static final int WINDOW = 39;

    /** Which of a user pool's moments this is. */
    public static final int TRIGGER_SOURCE = 40;

    /** The user pool. */
    public static final int USER_POOL = 41;

    static final int DATASET_RECORDS = 42;

    /** The identity pool. */
    public static final int IDENTITY_POOL = 43;

    static final int COMMAND = 44;
    static final int DETAIL_TYPE = 45;
    static final int SOURCE = 46;
    static final int DETAIL = 47;

    /** The first of an EventBridge event's resources: a schedule's rule. */
    public static final int FIRST_RESOURCE = 48;

    /** The alarm. */
    public static final int ALARM_ARN = 49;

    static final int LOGS = 50;
    static final int LOGS_DATA = 51;
    static final int BOT = 52;
    static final int SESSION_STATE = 53;
    static final int CURRENT_INTENT = 54;
    static final int INVOKING_EVENT = 55;
    static final int RESULT_TOKEN = 56;
    static final int REQUEST_TYPE = 57;
    static final int STACK_ID = 58;
    static final int PIPELINE_JOB = 59;
    static final int HOOK_EXECUTION_ID = 60;
    static final int DETAILS = 61;
    static final int CONTACT_DATA = 62;

    /** The secret that is rotated. */
    public static final int SECRET_ID = 63;

    /** The step of the rotation. */
    public static final int STEP = 64;

    static final int USER_REQUEST = 65;
    static final int AMZ_REQUEST_ID = 66;
    static final int INVOCATION_SCHEMA = 67;
    static final int TASKS = 68;
    static final int LOWER_RECORDS = 69;

    /** The Firehose stream. */
    public static final int DELIVERY_STREAM = 70;

    static final int DELIVERY_STREAM_MISSPELT = 71;
    static final int INVOCATION_ID = 72;

    /** The Kinesis Data Analytics application. */
    public static final int APPLICATION = 73;

    static final int INFO = 74;
    static final int INFO_CHANNEL = 75;
    static final int ARGUMENTS = 76;
    static final int TYPE_NAME = 77;
    static final int FIELD_NAME = 78;
    static final int SESSION = 79;
    static final int REQUEST = 80;
    static final int CONTEXT = 81;
    static final int CONTEXT_SYSTEM = 82;
    static final int DIRECTIVE = 83;
    static final int HEADER = 84;
    static final int PAYLOAD = 85;
    static final int USERNAME = 86;
    static final int PROTOCOL = 87;

    /** The Transfer Family server. */
    public static final int SERVER_ID = 88;

    static final int DEVICE_EVENT = 89;
    static final int DEVICE_INFO = 90;
    static final int PLACEMENT_INFO = 91;
    static final int SERIAL_NUMBER = 92;
    static final int CLICK_TYPE = 93;
    static final int BATTERY_VOLTAGE = 94;
    static final int PROTOCOL_DATA = 95;
    static final int PROTOCOLS = 96;
    static final int SIGNATURE_VERIFIED = 97;
    static final int CLAIM_CERTIFICATE = 98;
    static final int CERTIFICATE = 99;
    static final int TEMPLATE_ARN = 100;
    static final int REQUEST_PAYLOAD = 101;

    /** The topic of the first record. */
    public static final int RECORD_TOPIC = 102;

    static final int COUNT = 103;

    private Mark() {}

    /** The mark of a member of the event itself. */
    static int of(String name) {
        return switch (name) {
            case "type" -> TYPE;
            case "methodArn" -> METHOD_ARN;
            case "routeArn" -> ROUTE_ARN;
            case "authorizationToken" -> AUTHORIZATION_TOKEN;
            case "messageVersion" -> MESSAGE_VERSION;
            case "agent" -> AGENT;
            case "actionGroup" -> ACTION_GROUP;
            case "requestContext" -> REQUEST_CONTEXT;
            case "rawPath" -> RAW_PATH;
            case "raw_path" -> LATTICE_PATH;
            case "is_base64_encoded" -> LATTICE_BASE64;
            case "httpMethod" -> HTTP_METHOD;
            case "resource" -> RESOURCE;
            case "path" -> PATH;
            case "method" -> METHOD;
            case "version" -> VERSION;
            case "multiValueHeaders" -> MULTI_VALUE_HEADERS;
            case "Records" -> RECORDS;
            case "eventSource" -> EVENT_SOURCE;
            case "eventSourceARN" -> EVENT_SOURCE_ARN;
            case "eventSourceArn" -> SOURCE_ARN;
            case "window" -> WINDOW;
            case "triggerSource" -> TRIGGER_SOURCE;
            case "userPoolId" -> USER_POOL;
            case "datasetRecords" -> DATASET_RECORDS;
            case "identityPoolId" -> IDENTITY_POOL;
            case "command" -> COMMAND;
            case "detail-type" -> DETAIL_TYPE;
            case "source" -> SOURCE;
            case "detail" -> DETAIL;
            case "resources" -> FIRST_RESOURCE;
            case "alarmArn" -> ALARM_ARN;
            case "awslogs" -> LOGS;
            case "bot" -> BOT;
            case "sessionState" -> SESSION_STATE;
            case "currentIntent" -> CURRENT_INTENT;
            case "invokingEvent" -> INVOKING_EVENT;
            case "resultToken" -> RESULT_TOKEN;
            case "RequestType" -> REQUEST_TYPE;
            case "StackId" -> STACK_ID;
            case "CodePipeline.job" -> PIPELINE_JOB;
            case "LifecycleEventHookExecutionId" -> HOOK_EXECUTION_ID;
            case "Details" -> DETAILS;
            default -> ofRest(name);
        };
    }

    private static int ofRest(String name) {
        return switch (name) {
            case "SecretId" -> SECRET_ID;
            case "Step" -> STEP;
            case "userRequest" -> USER_REQUEST;
            case "xAmzRequestId" -> AMZ_REQUEST_ID;
            case "invocationSchemaVersion" -> INVOCATION_SCHEMA;
            case "tasks" -> TASKS;
            case "records" -> LOWER_RECORDS;
            case "deliveryStreamArn" -> DELIVERY_STREAM;
            case "deliverySteamArn" -> DELIVERY_STREAM_MISSPELT;
            case "invocationId" -> INVOCATION_ID;
            case "applicationArn" -> APPLICATION;
            case "info" -> INFO;
            case "arguments" -> ARGUMENTS;
            case "typeName" -> TYPE_NAME;
            case "fieldName" -> FIELD_NAME;
            case "session" -> SESSION;
            case "request" -> REQUEST;
            case "context" -> CONTEXT;
            case "directive" -> DIRECTIVE;
            case "header" -> HEADER;
            case "payload" -> PAYLOAD;
            case "username" -> USERNAME;
            case "protocol" -> PROTOCOL;
            case "serverId" -> SERVER_ID;
            case "deviceEvent" -> DEVICE_EVENT;
            case "deviceInfo" -> DEVICE_INFO;
            case "placementInfo" -> PLACEMENT_INFO;
            case "serialNumber" -> SERIAL_NUMBER;
            case "clickType" -> CLICK_TYPE;
            case "batteryVoltage" -> BATTERY_VOLTAGE;
            case "protocolData" -> PROTOCOL_DATA;
            case "protocols" -> PROTOCOLS;
            case "signatureVerified" -> SIGNATURE_VERIFIED;
            case "claimCertificateId" -> CLAIM_CERTIFICATE;
            case "certificateId" -> CERTIFICATE;
            case "templateArn" -> TEMPLATE_ARN;
            case "requestPayload" -> REQUEST_PAYLOAD;
            default -> NONE;
        };
    }

    /** The mark of a member one level down. */
    static int inside(int object, String name) {
        return switch (object) {
            case REQUEST_CONTEXT -> inRequestContext(name);
            case LOGS -> name.equals("data") ? LOGS_DATA : NONE;
            case DETAILS -> name.equals("ContactData") ? CONTACT_DATA : NONE;
            case CONTEXT -> name.equals("System") ? CONTEXT_SYSTEM : NONE;
            case INFO -> name.equals("channel") ? INFO_CHANNEL : NONE;
            default -> NONE;
        };
    }

    private static int inRequestContext(String name) {
        return switch (name) {
            case "apiId" -> CONTEXT_API_ID;
            case "connectionId" -> CONTEXT_CONNECTION_ID;
            case "eventType" -> CONTEXT_EVENT_TYPE;
            case "elb" -> CONTEXT_ELB;
            case "serviceNetworkArn" -> CONTEXT_SERVICE_NETWORK;
            case "http" -> CONTEXT_HTTP;
            case "domainName" -> CONTEXT_DOMAIN_NAME;
            case "stage" -> CONTEXT_STAGE;
            case "condition" -> CONTEXT_CONDITION;
            case "routeKey" -> CONTEXT_ROUTE_KEY;
            default -> NONE;
        };
    }

    /** The mark of a member of the first record. */
    static int inRecord(String name) {
        return switch (name) {
            case "eventSource" -> RECORD_SOURCE;
            case "EventSource" -> RECORD_SNS_SOURCE;
            case "eventSourceARN" -> RECORD_SOURCE_ARN;
            case "cf" -> RECORD_CF;
            case "s3" -> RECORD_S3;
            case "dynamodb" -> RECORD_DYNAMODB;
            case "kinesis" -> RECORD_KINESIS;
            default -> NONE;
        };
    }

    /** Whether the mark's own text says something; of the others only that they are there. */
    static boolean isTold(int mark) {
        return switch (mark) {
            case TYPE, ACTION_GROUP, RAW_PATH, LATTICE_PATH, HTTP_METHOD, PATH, METHOD, VERSION -> true;
            case EVENT_SOURCE, EVENT_SOURCE_ARN, SOURCE_ARN, TRIGGER_SOURCE, USER_POOL, IDENTITY_POOL -> true;
            case DETAIL_TYPE, SOURCE, ALARM_ARN, SECRET_ID, STEP, DELIVERY_STREAM, APPLICATION, SERVER_ID -> true;
            case CONTEXT_EVENT_TYPE, CONTEXT_DOMAIN_NAME, CONTEXT_STAGE, CONTEXT_ROUTE_KEY -> true;
            case RECORD_SOURCE, RECORD_SNS_SOURCE, RECORD_SOURCE_ARN -> true;
            default -> false;
        };
    }

    /** Whether the mark counts only where its value is a text. */
    static boolean isTextOnly(int mark) {
        return switch (mark) {
            case TYPE, EVENT_SOURCE, EVENT_SOURCE_ARN, SOURCE, DETAIL_TYPE, TRIGGER_SOURCE, COMMAND -> true;
            default -> false;
        };
    }
}
