package io.lambdamaven.plugin.plan;

/** The kinds of AWS resources a deploy can make, in AWS's words. */
public enum ResourceType {
    ROLE("IAM role", false),
    LOG_GROUP("log group", true),
    FUNCTION("function", false),
    VERSION("version", false),
    ALIAS("alias", false),
    CONFIGURATION_TAG("configuration tag", false),
    FUNCTION_URL("function URL", false),
    HTTP_API("HTTP API", false),
    PERMISSION("permission", false),
    HTTP_ROUTE("HTTP route", false),
    BUCKET_NOTIFICATION("S3 notification", false),
    EVENT_SOURCE_MAPPING("event source mapping", false),
    SCHEDULE_RULE("EventBridge rule", false);

    private final String label;
    private final boolean dataBearing;

    ResourceType(String label, boolean dataBearing) {
        this.label = label;
        this.dataBearing = dataBearing;
    }

    /** As it stands in a printed plan. */
    public String label() {
        return label;
    }

    /** Whether removing it loses data: such resources go only when told so. */
    public boolean dataBearing() {
        return dataBearing;
    }
}
