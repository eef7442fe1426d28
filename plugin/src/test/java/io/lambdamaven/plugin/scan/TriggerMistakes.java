package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MistakesTest.Mistake;
import java.util.List;

/** What the annotations of the catalogue must not say, and what their methods must not take or return. */
final class TriggerMistakes {
    private static final String KAFKA = "topic = \"t\", cluster = \"c\"";

    static final List<Mistake> ALL = List.of(
            // Values that are missing.
            on(Problem.LM066, "SnsTrigger", "topic = \"\""),
            on(Problem.LM066, "DynamoDbTrigger", "table = \" \""),
            on(Problem.LM066, "CognitoTrigger", "{}"),
            on(Problem.LM066, "AuthorizerTrigger", "{}", "boolean a() { return true; }"),
            // Numbers out of range.
            on(Problem.LM035, "KinesisTrigger", "stream = \"s\", batchSize = 10001"),
            on(Problem.LM035, "DocumentDbTrigger", "cluster = \"c\", database = \"d\", batchSize = 0"),
            on(Problem.LM036, "DynamoDbTrigger", "table = \"abc\", batchingWindow = 301"),
            on(Problem.LM067, "KinesisTrigger", "stream = \"s\", parallelizationFactor = 11"),
            on(Problem.LM067, "KinesisTrigger", "stream = \"s\", maximumRetryAttempts = 10001"),
            on(Problem.LM067, "KinesisTrigger", "stream = \"s\", maximumRecordAge = 59"),
            on(Problem.LM067, "DynamoDbTrigger", "table = \"abc\", maximumRecordAge = 604801"),
            on(Problem.LM067, "DynamoDbTrigger", "table = \"abc\", tumblingWindow = 901"),
            on(
                    Problem.LM067,
                    "AuthorizerTrigger",
                    "value = AuthorizerType.HTTP_API, resultTtl = 3601",
                    "boolean a() { return true; }"),
            // Names, ARNs and other texts.
            on(Problem.LM068, "SnsTrigger", "topic = \"orders.fifo\""),
            on(Problem.LM068, "SnsTrigger", "topic = \"arn:aws:sns:eu-west-1:1:orders\""),
            on(Problem.LM068, "DynamoDbTrigger", "table = \"ab\""),
            on(Problem.LM068, "KinesisTrigger", "stream = \"two words\""),
            on(Problem.LM068, "KinesisTrigger", "stream = \"s\", onFailure = \"queue\""),
            on(Problem.LM068, "KafkaTrigger", "topic = \"a/b\", cluster = \"c\""),
            on(Problem.LM068, "KafkaTrigger", "topic = \"t\", bootstrapServers = \"host\""),
            on(Problem.LM068, "KafkaTrigger", KAFKA + ", secret = \"name\""),
            on(Problem.LM068, "KafkaTrigger", KAFKA + ", authentication = \"PLAIN\""),
            on(
                    Problem.LM068,
                    "KafkaTrigger",
                    KAFKA + ", startingPosition = StartingPosition.AT_TIMESTAMP, startingPositionTimestamp = \"now\""),
            on(Problem.LM068, "LogsTrigger", "logGroup = \"a b\""),
            on(Problem.LM068, "LogsTrigger", "logGroup = \"a\", filterPattern = \"" + "x".repeat(1025) + "\""),
            on(Problem.LM068, "LexTrigger", "source = \"Hook\"", "Map<String, Object> a() { return null; }"),
            on(Problem.LM068, "WebSocketTrigger", "\"$message\""),
            on(Problem.LM068, "ConfigTrigger", "rule = \"r\", frequency = \"daily\""),
            on(Problem.LM068, "ConfigTrigger", "rule = \"r\", resourceTypes = \"Instance\""),
            on(Problem.LM068, "CloudFormationTrigger", "resourceType = \"Schema\""),
            on(
                    Problem.LM068,
                    "BedrockAgentTrigger",
                    "actionGroup = \"a\", apiPath = \"/a\", method = \"FETCH\"",
                    "String a() { return null; }"),
            on(Problem.LM068, "AppSyncTrigger", "type = \"Query\", field = \"two words\""),
            on(Problem.LM068, "TransferTrigger", "server = \"sftp\"", "Map<String, Object> a() { return null; }"),
            on(Problem.LM068, "IotTrigger", "value = IotEvent.RULE, sql = \"DELETE\""),
            on(Problem.LM068, "SesTrigger", "recipients = \"two words\""),
            on(Problem.LM068, "CodeCommitTrigger", "repository = \"r\", events = \"push\""),
            on(Problem.LM060, "SnsTrigger", "topic = \"${orders topic}\""),
            // Values that do not go together.
            on(Problem.LM069, "KinesisTrigger", "stream = \"s\", startingPosition = StartingPosition.AT_TIMESTAMP"),
            on(Problem.LM069, "KinesisTrigger", "stream = \"s\", startingPositionTimestamp = \"2026-01-31T12:00:00Z\""),
            on(Problem.LM069, "DynamoDbTrigger", "table = \"abc\", startingPosition = StartingPosition.AT_TIMESTAMP"),
            on(Problem.LM069, "KafkaTrigger", "topic = \"t\""),
            on(Problem.LM069, "KafkaTrigger", KAFKA + ", bootstrapServers = \"a:9092\""),
            on(
                    Problem.LM069,
                    "MqTrigger",
                    "broker = \"b\", queue = \"q\", engine = MqEngine.ACTIVEMQ, virtualHost = \"/a\""),
            on(Problem.LM069, "SnsTrigger", "topic = \"t\", filterPolicyScope = FilterScope.MESSAGE_BODY"),
            on(
                    Problem.LM069,
                    "AuthorizerTrigger",
                    "value = AuthorizerType.APPSYNC, response = AuthorizerResponse.IAM",
                    "boolean a() { return true; }"),
            on(
                    Problem.LM069,
                    "CognitoTrigger",
                    "{CognitoEventType.PRE_SIGN_UP, CognitoEventType.PRE_SIGN_UP}",
                    // Two rows of one trigger do not count as two methods.
                    "void a() {}"),
            on(Problem.LM069, "AppSyncTrigger", "type = \"Query\""),
            on(Problem.LM069, "AppSyncTrigger", ""),
            on(Problem.LM069, "AppSyncTrigger", "type = \"Query\", field = \"f\", channel = \"/ns/*\""),
            on(Problem.LM069, "AppSyncTrigger", "type = \"Q\", field = \"f\", operation = ChannelOperation.SUBSCRIBE"),
            on(
                    Problem.LM069,
                    "BedrockAgentTrigger",
                    "actionGroup = \"a\", function = \"f\", apiPath = \"/a\"",
                    "String a() { return null; }"),
            on(
                    Problem.LM069,
                    "BedrockAgentTrigger",
                    "actionGroup = \"a\", method = \"GET\"",
                    "String a() { return null; }"),
            on(Problem.LM069, "IotTrigger", "value = IotEvent.BUTTON, sql = \"SELECT * FROM 'a'\""),
            on(Problem.LM069, "CodeCommitTrigger", "repository = \"r\", events = {\"all\", \"createReference\"}"),
            on(
                    Problem.LM069,
                    "CodeCommitTrigger",
                    "repository = \"r\", branches = {" + "\"b\", ".repeat(10) + "\"b\"}"),
            on(Problem.LM038, "SqsTrigger", "queue = \"q.fifo\", parallel = true"),
            on(Problem.LM069, "SqsTrigger", "queue = \"q\", continueOnFailure = true"),
            on(Problem.LM069, "SqsTrigger", "queue = \"${q}\", continueOnFailure = true, parallel = true"),
            // Patterns and filters.
            pattern("source"),
            pattern("[]"),
            pattern("{}"),
            pattern("{'source': 'aws.ec2'}"),
            pattern("{'source': []}"),
            pattern("{'detailType': ['a']}"),
            pattern("{'source': [['a']]}"),
            pattern("{'source': [{'starts': 'a'}]}"),
            pattern("{'source': [{'prefix': 1}]}"),
            pattern("{'source': [{'prefix': 'a', 'suffix': 'b'}]}"),
            pattern("{'detail': {'a': [{'numeric': ['~', 1]}]}}"),
            pattern("{'detail': {'a': [{'numeric': ['>', 1, '<']}]}}"),
            pattern("{'detail': {'a': [{'cidr': '10.0.0.0'}]}}"),
            pattern("{'detail': {'a': [{'cidr': '10.0.0.0/33'}]}}"),
            pattern("{'detail': {'a': [{'cidr': '10.0.0.256/24'}]}}"),
            pattern("{'detail': {'a': [{'exists': 'true'}]}}"),
            pattern("{'detail': {'a': [{'anything-but': []}]}}"),
            pattern("{'detail': {'a': [{'anything-but': {'numeric': 1}}]}}"),
            pattern("{'detail': {'a': [{'wildcard': '**'}]}}"),
            pattern("{'detail': {'$or': [{'a': [1]}]}}"),
            pattern("{'detail': {'$or': [1, 2]}}"),
            pattern("{'source': ['" + "x".repeat(4096) + "']}"),
            on(Problem.LM074, "SnsTrigger", "topic = \"t\", filterPolicy = \"store\""),
            on(Problem.LM074, "SnsTrigger", "topic = \"t\", filterPolicy = \"{}\""),
            on(Problem.LM074, "SnsTrigger", "topic = \"t\", filterPolicy = " + json(names(6, 1))),
            on(Problem.LM074, "SnsTrigger", "topic = \"t\", filterPolicy = " + json(names(4, 4))),
            on(Problem.LM074, "SnsTrigger", "topic = \"t\", filterPolicy = " + json("{'a': [{'wildcard': 'b*'}]}")),
            on(Problem.LM074, "KinesisTrigger", "stream = \"s\", filters = \"data\""),
            on(Problem.LM074, "KinesisTrigger", "stream = \"s\", filters = " + json("{'data': 1}")),
            on(
                    Problem.LM074,
                    "KinesisTrigger",
                    "stream = \"s\", filters = {" + (json("{'a': [1]}") + ",").repeat(6) + "}"),
            // Two methods for one event.
            twice("SnsTrigger", "topic = \"t\"", "topic = \"arn:aws:sns:eu-west-1:123456789012:t\""),
            twice(
                    "CognitoTrigger",
                    "CognitoEventType.PRE_SIGN_UP",
                    "{CognitoEventType.CUSTOM_MESSAGE, CognitoEventType.PRE_SIGN_UP}"),
            twice("SesTrigger", "recipients = \"a.com\"", "recipients = \"b.com\""),
            twice("CodePipelineTrigger", "", ""),
            twice("WebSocketTrigger", "\"$connect\"", "\"$connect\""),
            in(Problem.LM075, "Shop.b", """
                    @AuthorizerTrigger(AuthorizerType.REST_REQUEST) public boolean a() { return true; }
                    @AuthorizerTrigger(AuthorizerType.WEBSOCKET) public boolean b() { return true; }
                    """),
            in(Problem.LM075, "Shop.a", """
                    @EventBridgeTrigger(pattern = "{\\"source\\": [\\"a\\"]}")
                    @EventBridgeTrigger(pattern = "{\\"source\\": [\\"a\\"]}")
                    public void a() {}
                    """),
            // Schedules.
            schedule(Problem.LM030, "\"at(tomorrow)\""),
            schedule(Problem.LM030, "\"at(2026-01-31T12:00)\""),
            schedule(Problem.LM076, "value = \"rate(1 day)\", timeZone = \"Mars\""),
            schedule(Problem.LM076, "value = \"rate(1 day)\", flexibleWindow = 1441"),
            schedule(Problem.LM076, "value = \"rate(1 day)\", startDate = \"tomorrow\""),
            schedule(
                    Problem.LM076,
                    "value = \"rate(1 day)\", startDate = \"2026-02-01T00:00:00Z\", endDate = \"2026-01-01T00:00:00Z\""),
            schedule(Problem.LM076, "value = \"at(2026-01-31T12:00:00)\", endDate = \"2026-02-01T00:00:00Z\""),
            schedule(Problem.LM076, "value = \"rate(1 day)\", input = \"{\""),
            schedule(Problem.LM053, "value = \"rate(1 day)\", description = \"" + "x".repeat(513) + "\""),
            // ARNs of other services.
            on(Problem.LM077, "SnsTrigger", "topic = \"arn:aws:sqs:eu-west-1:123456789012:t\""),
            on(Problem.LM077, "KinesisTrigger", "stream = \"arn:aws:firehose:eu-west-1:123456789012:stream/s\""),
            on(Problem.LM077, "SqsTrigger", "queue = \"arn:aws:sns:eu-west-1:123456789012:q\""),
            // Parameters that the event does not have.
            on(Problem.LM025, "Shop.a(b)", "SnsTrigger", "topic = \"t\"", "void a(SQSEvent b) {}"),
            on(Problem.LM025, "Shop.a(b)", "DynamoDbTrigger", "table = \"abc\"", "void a(String b) {}"),
            on(Problem.LM025, "Shop.a(b)", "AlarmTrigger", "alarm = \"a\"", "void a(List<String> b) {}"),
            on(
                    Problem.LM025,
                    "Shop.a(b)",
                    "KinesisTrigger",
                    "stream = \"s\", tumblingWindow = 5",
                    "void a(String b) {}"),
            on(Problem.LM025, "Shop.a(b)", "LogsTrigger", "logGroup = \"a\"", "void a(int b) {}"),
            on(Problem.LM021, "Shop.a", "AlarmTrigger", "alarm = \"a\"", "void a(String b, byte[] c) {}"),
            // Results that the service cannot take.
            on(Problem.LM026, "AuthorizerTrigger", "AuthorizerType.HTTP_API"),
            on(Problem.LM026, "AuthorizerTrigger", "AuthorizerType.HTTP_API", "String a() { return null; }"),
            on(Problem.LM026, "FirehoseTrigger", "", "void a(String b) {}"),
            on(Problem.LM026, "LexTrigger", ""),
            on(Problem.LM026, "AlexaTrigger", ""),
            on(Problem.LM026, "CognitoTrigger", "CognitoEventType.PRE_SIGN_UP", "String a() { return null; }"),
            on(Problem.LM026, "KinesisTrigger", "stream = \"s\"", "String a(KinesisEvent b) { return null; }"),
            on(Problem.LM026, "KafkaTrigger", KAFKA, "List<String> a(KafkaEvent b) { return null; }"),
            on(Problem.LM026, "CodeDeployTrigger", "", "boolean a() { return true; }"),
            on(Problem.LM026, "S3ObjectLambdaTrigger", ""),
            on(Problem.LM026, "IotTrigger", "IotEvent.PROVISIONING"),
            on(Problem.LM026, "TransferTrigger", "", "String a() { return null; }"));

    private TriggerMistakes() {}

    private static Mistake in(Problem problem, String place, String code) {
        return new Mistake(problem, place, code);
    }

    private static Mistake on(Problem problem, String trigger, String values) {
        return on(problem, trigger, values, "void a() {}");
    }

    private static Mistake on(Problem problem, String trigger, String values, String method) {
        return on(problem, "Shop.a", trigger, values, method);
    }

    private static Mistake on(Problem problem, String place, String trigger, String values, String method) {
        return in(problem, place, "@" + trigger + "(" + values + ") public " + method);
    }

    private static Mistake pattern(String pattern) {
        return on(Problem.LM073, "EventBridgeTrigger", "pattern = " + json(pattern));
    }

    private static Mistake schedule(Problem problem, String values) {
        return on(problem, "ScheduleTrigger", values);
    }

    private static Mistake twice(String trigger, String first, String second) {
        return in(
                Problem.LM075,
                "Shop.b",
                "@" + trigger + "(" + first + ") public void a() {}\n@" + trigger + "(" + second
                        + ") public void b() {}");
    }

    private static String json(String text) {
        return "\"" + text.replace("'", "\\\"") + "\"";
    }

    private static String names(int count, int values) {
        StringBuilder policy = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            policy.append(i == 0 ? "" : ", ").append("'n").append(i).append("': [");
            policy.append("'v', ".repeat(values - 1)).append("'v']");
        }
        return policy.append("}").toString();
    }
}
