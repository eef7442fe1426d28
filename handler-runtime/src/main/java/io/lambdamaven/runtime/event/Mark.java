package io.lambdamaven.runtime.event;

/** The keys of events that tell kinds apart or say which route an event takes, as numbers. */
public final class Mark {
    /** A REST, HTTP, WebSocket or AppSync authorizer's marks. */
    static final int TYPE = 0;

    /** What an authorizer of a REST or WebSocket API is asked about. */
    public static final int METHOD_ARN = 1;

    /** What an authorizer of an HTTP API is asked about. */
    public static final int ROUTE_ARN = 2;

    static final int AUTHORIZATION_TOKEN = 3;

    /** The version of a Bedrock agent's message. */
    public static final int MESSAGE_VERSION = 4;

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

    /** The domain name that API Gateway was called by. */
    public static final int CONTEXT_DOMAIN_NAME = 15;

    /** The stage of an API. */
    public static final int CONTEXT_STAGE = 16;

    static final int CONTEXT_CONDITION = 17;

    /** The route key of a WebSocket API. */
    public static final int CONTEXT_ROUTE_KEY = 18;

    static final int RAW_PATH = 19;
    static final int LATTICE_PATH = 20;
    static final int LATTICE_BASE64 = 21;

    /** The method of a REST API's request, or of an operation that a Bedrock agent asks for. */
    public static final int HTTP_METHOD = 22;

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

    /** Who sent an event of a bus. */
    public static final int SOURCE = 46;

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

    /** What happened to the object of the first record. */
    public static final int RECORD_EVENT_NAME = 103;

    static final int S3_BUCKET = 104;
    static final int S3_OBJECT = 105;

    /** The bucket of the first record. */
    public static final int S3_BUCKET_NAME = 106;

    /** The key of the object of the first record, as the record has it. */
    public static final int S3_KEY = 107;

    static final int MQ_MESSAGES = 108;
    static final int MQ_QUEUES = 109;

    static final int INVOCATION_SOURCE = 110;

    /** The function that a Bedrock agent asks for. */
    public static final int FUNCTION = 111;

    /** The path of the operation that a Bedrock agent asks for. */
    public static final int API_PATH = 112;

    /** The attributes of a Bedrock agent's session. */
    public static final int SESSION_ATTRIBUTES = 113;

    /** Those that last for a turn. */
    public static final int PROMPT_SESSION_ATTRIBUTES = 114;

    static final int COUNT = 115;

    private Mark() {}

    /** Whether it is a text that says something of the first record; the others are objects. */
    static boolean isRecordText(int mark) {
        return switch (mark) {
            case RECORD_SOURCE, RECORD_SNS_SOURCE, RECORD_SOURCE_ARN, RECORD_EVENT_NAME -> true;
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
