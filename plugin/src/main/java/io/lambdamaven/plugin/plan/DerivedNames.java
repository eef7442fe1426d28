package io.lambdamaven.plugin.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that are derived from a function and a route, never random, so that a second run finds what the first one made.
 * They are compared whole: a function whose name starts with another one's is another function.
 */
public final class DerivedNames {
    /** The alias that triggers and APIs point at. */
    public static final String LIVE = "live";

    /** The alias that commands come through. */
    public static final String OPS = "ops";

    /** The alias for payloads that a sender shapes. */
    public static final String RAW = "raw";

    /** In the place of a route's id in what keeps a function warm; as long as one, and none looks like it. */
    public static final String KEEP_WARM = "keepwarm";

    /** The statement that lets the HTTP API in. */
    public static final String HTTP_API_STATEMENT = "lambda-maven-http-api";

    /** The statement that lets the REST API in. */
    public static final String REST_API_STATEMENT = "lambda-maven-rest-api";

    private static final String REST = "-rest";

    /** The statement that lets the WebSocket API in. */
    public static final String WEB_SOCKET_STATEMENT = "lambda-maven-websocket-api";

    /** The statement that lets callers of the function URL in. */
    public static final String URL_STATEMENT = "lambda-maven-url";

    /** Its companion, which function URLs need since October 2025. */
    public static final String URL_INVOKE_STATEMENT = "lambda-maven-url-invoke";

    private static final int RULE_NAME_LIMIT = 64;
    private static final int ROLE_NAME_LIMIT = 64;
    private static final int TARGET_GROUP_LIMIT = 32;
    private static final String ROUTE_ID = "[0-9a-f]{8}";
    private static final String RULE_ID = ROUTE_ID + "|" + KEEP_WARM;
    private static final Pattern STATEMENT =
            Pattern.compile(HTTP_API_STATEMENT + "|" + REST_API_STATEMENT + "|" + URL_STATEMENT + "|"
                    + URL_INVOKE_STATEMENT + "|" + WEB_SOCKET_STATEMENT + "|lambda-maven-[a-z0-9-]+-(" + RULE_ID + ")");

    private DerivedNames() {}

    /** The table that remembers which scripts a function was sent. */
    public static String nonces(String functionName) {
        return functionName + "-scripts";
    }

    /**
     * The statement that lets one service call for one route.
     *
     * @param service the catalogue's word
     */
    public static String statement(String service, String routeId) {
        return "lambda-maven-" + service + "-" + routeId;
    }

    /**
     * The statement that lets one source call, whichever of our methods it is for.
     *
     * @param service the catalogue's word
     */
    public static String statementFor(String service, String sourceArn) {
        return statement(service, digest(sourceArn));
    }

    /** As long as a route's id. */
    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a statement is one that we write for this service. */
    public static boolean isStatementOf(String service, String statementId) {
        return statementId.matches(Pattern.quote("lambda-maven-" + service + "-") + ROUTE_ID);
    }

    /** The statement that lets one bucket call. */
    public static String s3Statement(String routeId) {
        return statement("s3", routeId);
    }

    /** The statement that lets one EventBridge rule call: a route's, or {@link #KEEP_WARM}. */
    public static String scheduleStatement(String routeId) {
        return statement("schedule", routeId);
    }

    /** Whether a statement of one of our functions is one that we write. */
    public static boolean isStatement(String statementId) {
        return STATEMENT.matcher(statementId).matches();
    }

    /** The log group that tells the requests to an HTTP API; with this prefix AWS needs no resource policy for it. */
    public static String accessLog(String apiName) {
        return "/aws/vendedlogs/apigateway/" + apiName;
    }

    /** What one of our authorizers is called at API Gateway, where it cannot be tagged. */
    public static String authorizer(String apiName, String type, String name) {
        return name + "-" + digest(apiName + " " + type + " " + name);
    }

    /** The name in the settings of what we call so at API Gateway; empty for somebody else's. */
    public static Optional<String> authorizerIn(String apiName, String type, String authorizer) {
        int end = authorizer.lastIndexOf('-');
        return Optional.of(authorizer.substring(0, Math.max(end, 0)))
                .filter(name -> authorizer.equals(authorizer(apiName, type, name)));
    }

    /** The {@code Id} of our entry in a bucket's notifications. */
    public static String notification(String functionName, String routeId) {
        return functionName + "-" + routeId;
    }

    /** Whether an entry of a bucket's notifications is one that we write for this function. */
    public static boolean isNotification(String functionName, String notificationId) {
        return notificationId.matches(Pattern.quote(functionName) + "-" + ROUTE_ID);
    }

    /** The route id, or {@link #KEEP_WARM}, in the name of a notification, rule or statement that we wrote. */
    public static String routeId(String derivedName) {
        return derivedName.substring(derivedName.lastIndexOf('-') + 1);
    }

    /** What the names of all rules of a function begin with; those of two long names may begin alike. */
    public static String scheduleRulePrefix(String functionName) {
        String rule = scheduleRule(functionName, KEEP_WARM);
        return rule.substring(0, rule.length() - KEEP_WARM.length());
    }

    /** Whether a rule's name is one that we write for this function. */
    public static boolean isScheduleRule(String functionName, String rule) {
        String prefix = scheduleRulePrefix(functionName);
        return rule.startsWith(prefix) && rule.substring(prefix.length()).matches(RULE_ID);
    }

    /** The name of the rule for a method's pattern; the dot keeps it apart from rules on a schedule. */
    public static String eventRule(String functionName, String routeId) {
        int room = RULE_NAME_LIMIT - 1 - routeId.length();
        return functionName.substring(0, Math.min(functionName.length(), room)) + "." + routeId;
    }

    /** The name of a function's REST API, of its usage plan, and what the names of its API keys begin with. */
    public static String restApi(String functionName) {
        return functionName + REST;
    }

    /** The function that a REST API of ours is named after. */
    public static String functionOfRestApi(String apiName) {
        return apiName.substring(0, apiName.length() - REST.length());
    }

    /** What one of our API keys is called at API Gateway. */
    public static String apiKey(String apiName, String key) {
        return apiName + "-" + key;
    }

    /** The name of a function's WebSocket API; that of its HTTP API is the function's. */
    public static String webSocketApi(String functionName) {
        return functionName + "-websocket";
    }

    /** The name of a schedule of EventBridge Scheduler, which has the limits of a rule's. */
    public static String schedule(String functionName, String routeId) {
        return eventRule(functionName, routeId);
    }

    /** The name of a topic rule of AWS IoT, which knows letters, digits and underscores only. */
    public static String iotRule(String functionName, String routeId) {
        return functionName.replace('-', '_') + "_" + routeId;
    }

    /** The name of a receipt rule, which has the limits of a rule's and begins with a letter or digit. */
    public static String receiptRule(String functionName, String routeId) {
        return eventRule(functionName.replaceFirst("^[-_]+", ""), routeId);
    }

    /** The name of a target group: letters, digits and single hyphens between them. */
    public static String targetGroup(String functionName) {
        String plain = functionName.replace('_', '-').replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        if (plain.equals(functionName) && plain.length() <= TARGET_GROUP_LIMIT) {
            return plain;
        }
        int room = TARGET_GROUP_LIMIT - 1 - KEEP_WARM.length();
        String cut = plain.substring(0, Math.min(plain.length(), room)).replaceAll("-$", "");
        return (cut.isEmpty() ? "f" : cut) + "-" + digest(functionName);
    }

    /** What the names of all schedules of a function begin with; those of two long names may begin alike. */
    public static String schedulePrefix(String functionName) {
        String schedule = schedule(functionName, KEEP_WARM);
        return schedule.substring(0, schedule.length() - KEEP_WARM.length());
    }

    /** Whether a schedule's name is one that we write for this function. */
    public static boolean isSchedule(String functionName, String schedule) {
        String prefix = schedulePrefix(functionName);
        return schedule.startsWith(prefix)
                && schedule.substring(prefix.length()).matches(ROUTE_ID);
    }

    /** The name of the role in which EventBridge Scheduler calls a function; roles belong to the account. */
    public static String schedulerRole(String functionName, String region) {
        String whole = functionName + "-" + region + "-scheduler";
        return whole.length() <= ROLE_NAME_LIMIT
                ? whole
                : whole.substring(0, ROLE_NAME_LIMIT - 1 - KEEP_WARM.length()) + "-" + digest(whole);
    }

    /** The name of a schedule's rule; the runtime computes the same from its function's name. */
    public static String scheduleRule(String functionName, String routeId) {
        String whole = functionName + "-" + routeId;
        return whole.length() <= RULE_NAME_LIMIT
                ? whole
                : functionName.substring(0, RULE_NAME_LIMIT - 1 - routeId.length()) + "-" + routeId;
    }
}
