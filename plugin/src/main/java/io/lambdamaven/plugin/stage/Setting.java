package io.lambdamaven.plugin.stage;

/** Everything with a single value that can be set, under its name in the pom. */
public enum Setting {
    FUNCTION_NAME("functionName", true),
    DESCRIPTION("description", true),
    MEMORY("memory", true),
    TIMEOUT("timeout", true),
    RUNTIME("runtime", true),
    ARCHITECTURE("architecture", true),
    ROLE("role", true),
    PERMISSIONS_BOUNDARY("permissionsBoundary", true),
    HTTP("http", true),
    URL_AUTH("urlAuth", true),
    LOG_RETENTION("logRetention", true),
    KEEP_WARM("keepWarm", true),
    EPHEMERAL_STORAGE("ephemeralStorage", true),
    KMS_KEY("kmsKey", true),
    LAYERS("layers", true),
    VPC_SUBNETS("vpcSubnets", true),
    VPC_SECURITY_GROUPS("vpcSecurityGroups", true),
    VPC_IPV6("vpcIpv6", true),
    FILE_SYSTEM("fileSystem", true),
    FILE_SYSTEM_PATH("fileSystemPath", true),
    TRACING("tracing", true),
    LOG_GROUP("logGroup", true),
    LOG_FORMAT("logFormat", true),
    APPLICATION_LOG_LEVEL("applicationLogLevel", true),
    SYSTEM_LOG_LEVEL("systemLogLevel", true),
    DEAD_LETTER("deadLetter", true),
    ON_SUCCESS("onSuccess", true),
    ON_FAILURE("onFailure", true),
    MAXIMUM_RETRY_ATTEMPTS("maximumRetryAttempts", true),
    MAXIMUM_EVENT_AGE("maximumEventAge", true),
    RESERVED_CONCURRENCY("reservedConcurrency", true),
    PROVISIONED_CONCURRENCY("provisionedConcurrency", true),
    SNAP_START("snapStart", true),
    RECURSIVE_LOOP("recursiveLoop", true),
    WEB_SOCKET_ROUTE_SELECTION("webSocketRouteSelection", true),
    WEB_SOCKET_STAGE("webSocketStage", true),
    COMMANDS("commands", true),
    KEEP_VERSIONS("keepVersions", true),
    REGION("region", false),
    TARGET("target", false),
    CODE_BUCKET("codeBucket", false),
    TASK_BUCKET("taskBucket", false),
    CREATE_MISSING("createMissing", false),
    PROFILE("profile", false),
    SERVER_ID("serverId", false),
    ASSUME_ROLE("assumeRole", false),
    EXTERNAL_ID("externalId", false),
    ROLE_SESSION_NAME("roleSessionName", false),
    ROLE_DURATION("roleDuration", false),
    MFA_SERIAL("mfaSerial", false),
    ENDPOINT("endpoint", false),
    FIPS("fips", false),
    DUALSTACK("dualstack", false),
    PROBE("probe", false),
    LOCK_TIMEOUT("lockTimeout", false);

    private final String element;
    private final boolean byFunction;

    Setting(String element, boolean byFunction) {
        this.element = element;
        this.byFunction = byFunction;
    }

    /** Its name in the pom, without brackets. */
    public String element() {
        return element;
    }

    /** Its name on the command line. */
    public String property() {
        return "lambda." + element;
    }

    /** Whether it may differ between the functions of one project. */
    public boolean byFunction() {
        return byFunction;
    }

    /** Whether an empty text says something: that what a weaker place asks for is not wanted here. */
    boolean emptyIsSaid() {
        return this == KEEP_WARM;
    }

    /** {@code <memory> or -Dlambda.memory}. */
    String inPomAndCommandLine() {
        return "<" + element + "> or -D" + property();
    }
}
