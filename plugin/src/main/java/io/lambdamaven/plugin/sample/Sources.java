package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ResourceNames;
import io.lambdamaven.plugin.catalog.Row;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which template a trigger's sample has, and the names in it that its annotation does not say in this form. */
final class Sources {
    private static final String SAMPLE = "sample";
    private static final Set<String> ALEXA_REQUESTS = Set.of(
            "LaunchRequest", "IntentRequest", "SessionEndedRequest", "CanFulfillIntentRequest", "Connections.Response");

    private final SampleContext context;
    private final Names names;
    private final Trigger.Service trigger;
    private final Map<String, Json> values;

    Sources(SampleContext context, Names names, Trigger.Service trigger, Map<String, Json> values) {
        this.context = context;
        this.names = names;
        this.trigger = trigger;
        this.values = values;
    }

    String template() {
        String kind = trigger.kind();
        return switch (kind) {
            case "kafka" -> trigger.text("cluster").isEmpty() ? kind : "kafka-msk";
            case "mq" -> kind + "-" + trigger.text("engine");
            case "lex" -> kind + "-" + trigger.text("version");
            case "iot" -> kind + "-" + trigger.text("value");
            case "authorizer" -> kind + "-" + trigger.texts("value").get(0);
            case "appsync" -> trigger.text("channel").isEmpty() ? kind : kind + "-" + trigger.text("operation");
            case "bedrock-agent" -> trigger.text("apiPath").isEmpty() ? kind : "bedrock-agent-api";
            case "alexa" -> isSmartHome() ? "alexa-home" : kind;
            default -> kind;
        };
    }

    /** What a sample holds where the user gave nothing: JSON where a method may want some. */
    static String defaultPayload(String template) {
        return template.startsWith("authorizer") || template.startsWith("lex") || template.equals("transfer")
                ? SAMPLE
                : "{}";
    }

    void resources() {
        switch (trigger.kind()) {
            case "sns" -> arn("sns", "topic", "");
            case "dynamodb" -> stream();
            case "kinesis" -> arn("kinesis", "stream", "stream/");
            case "kafka" -> kafka();
            case "mq" -> suffixed("mq", "broker", "broker:", ":b-00000000-0000-0000-0000-000000000000");
            case "documentdb" -> {
                arn("rds", "cluster", "cluster:");
                orSample("collection");
            }
            case "firehose" -> arn("firehose", "stream", "deliverystream/");
            case "kinesis-analytics" -> arn("kinesisanalytics", "application", "application/");
            case "logs" -> put("logGroup", ResourceNames.name(said("logGroup")));
            case "alarm" -> {
                arn("cloudwatch", "alarm", "alarm:");
                put("name", ResourceNames.name(said("alarm")));
            }
            case "cognito" -> cognito();
            case "cognito-sync" ->
                put("poolId", orElse(ResourceNames.name(said("identityPool")), region() + ":sample"));
            case "authorizer" -> put("apiArn", names.arn("execute-api", "abcdefghij"));
            case "transfer" -> put("server", orElse(ResourceNames.name(said("server")), "s-01234567890abcdef"));
            case "websocket" -> put("eventType", webSocketEvent(said("value")));
            case "appsync" -> channel();
            case "lex" -> {
                orSample("bot");
                orSample("intent");
                put("source", orElse(said("source"), "FulfillmentCodeHook"));
            }
            case "connect" -> arn("connect", "instance", "instance/");
            case "bedrock-agent" -> {
                put("method", orElse(said("method"), "POST"));
                orSample("function");
            }
            case "alexa" -> alexa();
            case "ses" -> put("recipient", recipient());
            case "codecommit" -> {
                arn("codecommit", "repository", "");
                List<String> branches = trigger.texts("branches");
                put("branch", branches.isEmpty() ? "main" : names.resolve(branches.get(0)));
            }
            case "config" -> {
                put("arn", names.arn("config", "config-rule/config-rule-sample"));
                List<String> types = trigger.texts("resourceTypes");
                put("resourceType", types.isEmpty() ? "AWS::EC2::Instance" : types.get(0));
            }
            case "cloudformation" -> {
                put("resourceType", orElse(said("resourceType"), "Custom::Sample"));
                put("stackArn", names.arn("cloudformation", "stack/sample/00000000-0000-0000-0000-000000000000"));
            }
            case "secret-rotation" -> {
                suffixed("secretsmanager", "secret", "secret:", "-AbCdEf");
                String step = row().keys().get(1);
                put("step", orElse(step, "createSecret"));
            }
            case "s3-batch" -> {
                put("bucketArn", names.bucketArn(SAMPLE));
                put("key", plainPayload());
            }
            case "s3-object-lambda" -> {
                arn("s3-object-lambda", "accessPoint", "accesspoint/");
                put("accessPoint", orElse(ResourceNames.name(said("accessPoint")), SAMPLE));
                put("supportingArn", names.arn("s3", "accesspoint/sample"));
                put("key", plainPayload());
            }
            case "iot" -> put("arn", names.arn("iot", "provisioningtemplate/sample"));
            default -> {
                // The annotation says it all.
            }
        }
    }

    private Row row() {
        return Catalog.of(trigger).rows(trigger).get(0);
    }

    private void stream() {
        String table = said("table");
        suffixed("dynamodb", "table", "table/", "/stream/2026-01-01T00:00:00.000");
        if (table.startsWith("arn:") && !table.contains("/stream/")) {
            put("arn", table + "/stream/2026-01-01T00:00:00.000");
        }
    }

    private void kafka() {
        suffixed("kafka", "cluster", "cluster/", "/00000000-0000-0000-0000-000000000000-1");
        List<String> servers = trigger.texts("bootstrapServers");
        put("servers", servers.isEmpty() ? "kafka.example.com:9092" : names.resolve(String.join(",", servers)));
    }

    private void cognito() {
        put("triggerSource", row().keys().get(0) + "_Sample");
        String pool = ResourceNames.name(said("userPool"));
        put("poolId", pool.matches("[\\w-]+_[0-9a-zA-Z]+") ? pool : region() + "_Sample123");
    }

    private static String webSocketEvent(String route) {
        return switch (route) {
            case "$connect" -> "CONNECT";
            case "$disconnect" -> "DISCONNECT";
            default -> "MESSAGE";
        };
    }

    private void channel() {
        String[] segments = said("channel").split("/", -1);
        String namespace = segments.length > 1 ? segments[1] : "";
        put("namespace", namespace);
        put("path", "/" + namespace + "/" + SAMPLE);
        values.put("segments", Json.texts(List.of(namespace, SAMPLE)));
    }

    private boolean isSmartHome() {
        String request = trigger.text("request");
        return request.contains(".") && !ALEXA_REQUESTS.contains(request) && !request.startsWith("AMAZON.");
    }

    private void alexa() {
        String request = said("request");
        boolean type = ALEXA_REQUESTS.contains(request);
        put("skill", orElse(said("skill"), "amzn1.ask.skill.sample"));
        put("requestType", type ? request : request.isEmpty() ? "LaunchRequest" : "IntentRequest");
        values.put(
                "intent",
                Json.object()
                        .put("name", type || request.isEmpty() ? SAMPLE : request)
                        .put("confirmationStatus", "NONE")
                        .put("slots", Json.object())
                        .build());
    }

    private String recipient() {
        List<String> recipients = trigger.texts("recipients");
        String first = recipients.isEmpty() ? "example.com" : names.resolve(recipients.get(0));
        return first.contains("@") ? first : "sample@" + (first.startsWith(".") ? "mail" + first : first);
    }

    private String plainPayload() {
        String payload = ((Json.Text) values.getOrDefault("payload", Json.of(SAMPLE))).value();
        return payload.equals("{}") ? SAMPLE : payload;
    }

    private String region() {
        return context.region();
    }

    private void arn(String service, String attribute, String prefix) {
        suffixed(service, attribute, prefix, "");
    }

    /** @param suffix what AWS adds to the name */
    private void suffixed(String service, String attribute, String prefix, String suffix) {
        String said = orElse(said(attribute), SAMPLE);
        put("arn", said.startsWith("arn:") ? said : names.arn(service, prefix + said + suffix));
    }

    private void orSample(String attribute) {
        put(attribute, orElse(said(attribute), SAMPLE));
    }

    private String said(String attribute) {
        return names.resolve(trigger.text(attribute));
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private void put(String name, String value) {
        values.put(name, Json.of(value));
    }
}
