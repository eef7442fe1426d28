package io.lambdamaven.plugin.corpus;

import static io.lambdamaven.plugin.corpus.Fields.text;

import io.lambdamaven.plugin.corpus.Handling.Answers;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.List;

/** Handling of services that send one thing each. */
final class SingleHandlings {
    private static final String MAP = Handling.MAP + "|";

    private final Names names;

    SingleHandlings(Names names) {
        this.names = names;
    }

    Handling of(String word, JsonObject event, Json whole) {
        if (word.startsWith("cognito-")) {
            return new CognitoHandlings().of(word, event);
        }
        return switch (word) {
            case "rest-api-v1", "apigw-test-invoke" -> http(word, event, "APIGatewayProxyRequestEvent");
            case "http-api-v2", "function-url" -> http(word, event, "APIGatewayV2HTTPEvent");
            case "alb", "alb-multivalue" -> http(word, event, "ApplicationLoadBalancerRequestEvent");
            case "vpc-lattice-v1", "vpc-lattice-v2" -> http(word, event, "");
            case "authorizer-token" -> authorizer(word, event, "REST_TOKEN", "APIGatewayCustomAuthorizerEvent");
            case "authorizer-request-v1" -> authorizer(word, event, "REST_REQUEST", "APIGatewayCustomAuthorizerEvent");
            case "authorizer-request-v2" -> authorizer(word, event, "HTTP_API", "APIGatewayV2CustomAuthorizerEvent");
            case "appsync-authorizer" -> authorizer(word, event, "APPSYNC", "AppSyncLambdaAuthorizerEvent");
            case "websocket-connect", "websocket-disconnect", "websocket-message" ->
                Handling.of(
                                "websocket",
                                List.of("@WebSocketTrigger(" + quote(text(event, "requestContext.routeKey")) + ")"))
                        .aws("APIGatewayV2WebSocketEvent")
                        .own(Payloads.body(event, "isBase64Encoded"))
                        .answers(new Answers("", "", "String|\"seen\""));
            case "s3-eventbridge" -> s3(word, event);
            case "autoscaling", "eventbridge" ->
                Handling.of("eventbridge", List.of("@EventBridgeTrigger(pattern = " + quote(pattern(event)) + ")"))
                        .aws("ScheduledEvent")
                        .ownRecord(Payloads.one(event, "detail"));
            case "schedule" ->
                Handling.of(word, List.of("@ScheduleTrigger(\"rate(1 hour)\")"))
                        .aws("ScheduledEvent")
                        .raw("byte[]")
                        .ownRecord(Payloads.one(event, "detail"));
            case "cloudwatch-logs" ->
                Handling.of(word, List.of("@LogsTrigger(logGroup = " + names.required(logGroup(event)) + ")"))
                        .aws("CloudWatchLogsEvent")
                        .ownRecord(Payloads.logs(event));
            case "cloudwatch-alarm" ->
                Handling.of(word, List.of("@AlarmTrigger(alarm = " + names.required(text(event, "alarmArn")) + ")"))
                        .aws(
                                Fields.at(event, "alarmData.configuration.alarmRule") == Json.Null.NULL
                                        ? "CloudWatchMetricAlarmEvent"
                                        : "CloudWatchCompositeAlarmEvent")
                        .ownRecord(Payloads.one(event, "alarmData"));
            case "lex-v1" -> lex(word, event, "V1", "currentIntent.name").aws("LexEvent");
            case "lex-v2" -> lex(word, event, "V2", "sessionState.intent.name");
            case "config" ->
                Handling.of(
                                word,
                                List.of("@ConfigTrigger(rule = " + names.required(text(event, "configRuleName")) + ")"))
                        .aws("ConfigEvent")
                        .ownRecord(Payloads.one(event, "invokingEvent"));
            case "cloudformation" ->
                Handling.of(
                                word,
                                List.of("@CloudFormationTrigger(resourceType = " + quote(text(event, "ResourceType"))
                                        + ")"))
                        .aws("CloudFormationCustomResourceEvent")
                        .ownRecord(Payloads.one(event, "ResourceProperties"))
                        .answers(new Answers("", "", MAP + "java.util.Map.of(\"Arn\", \"arn:aws:thing\")"));
            case "codepipeline" ->
                Handling.of(word, List.of("@CodePipelineTrigger"))
                        .own(Payloads.one(
                                Fields.at(event, "CodePipeline.job") == Json.Null.NULL
                                        ? event.get("CodePipeline.job").asObject()
                                        : event,
                                "data.actionConfiguration.configuration.UserParameters"));
            case "codedeploy-hook" ->
                Handling.of(word, List.of("@CodeDeployTrigger")).ownRecord(Payloads.one(event, ""));
            case "connect" ->
                Handling.of(
                                word,
                                List.of("@ConnectTrigger(instance = "
                                        + names.quoted(text(event, "Details.ContactData.InstanceARN")) + ")"))
                        .aws("ConnectEvent")
                        .ownRecord(Payloads.one(event, "Details.Parameters"))
                        .answers(Answers.all(MAP + "java.util.Map.of(\"name\", \"Ann\")"));
            case "secretsmanager-rotation" ->
                Handling.of(
                                word,
                                List.of("@SecretRotationTrigger(secret = " + names.quoted(text(event, "SecretId"))
                                        + ")"))
                        .aws("SecretsManagerRotationEvent")
                        .ownRecord(Payloads.one(event, ""));
            case "s3-object-lambda" -> objectLambda(word, event);
            case "appsync" -> appSync(word, event, whole);
            case "bedrock-agent" ->
                Handling.of(word, List.of(bedrock(event)))
                        .ownRecord(Payloads.agent(event))
                        .answers(Answers.all("String|\"done\""));
            case "alexa" -> alexa(word, event);
            case "transfer-family" ->
                Handling.of(word, List.of("@TransferTrigger(server = " + names.quoted(text(event, "serverId")) + ")"))
                        .ownRecord(Payloads.one(event, ""))
                        .answers(new Answers(
                                "",
                                MAP + "java.util.Map.of()",
                                "TransferUser|TransferUser.of(\"arn:aws:iam::123456789012:role/login\","
                                        + " \"/bucket/home\")"));
            case "iot-button" -> iot(word, event, "BUTTON").aws("IoTButtonEvent");
            case "iot-1-click" -> iot(word, event, "ONE_CLICK");
            case "iot-custom-auth" ->
                iot(word, event, "CUSTOM_AUTHORIZER")
                        .answers(Answers.all(
                                "IotAuthorization|IotAuthorization.allow(\"ann\").allowing(\"iot:Connect\", \"*\")"));
            case "iot-preprovision-hook" -> iot(word, event, "PROVISIONING").answers(Answers.all("boolean|true"));
            default -> throw new IllegalArgumentException("the index has a kind that nothing here handles: " + word);
        };
    }

    private Handling s3(String word, JsonObject event) {
        String type = text(event, "detail-type");
        String events = switch (type) {
            case "Object Created" -> "s3:ObjectCreated:*";
            case "Object Deleted" -> "s3:ObjectRemoved:*";
            case "Object Restore Initiated", "Object Restore Completed", "Object Restore Expired" ->
                "s3:ObjectRestore:*";
            case "Object Tags Added", "Object Tags Deleted" -> "s3:ObjectTagging:*";
            case "Object ACL Updated" -> "s3:ObjectAcl:Put";
            case "Object Storage Class Changed" -> "s3:LifecycleTransition";
            case "Object Access Tier Changed" -> "s3:IntelligentTiering";
            default -> throw new IllegalArgumentException("no type of S3's events is known as " + type);
        };
        return Handling.of(
                        word,
                        List.of("@S3Trigger(bucket = " + names.required(text(event, "detail.bucket.name"))
                                + ", events = " + quote(events) + ", eventBridge = true)"))
                .own("io.lambdamaven.api.S3Object", List.of());
    }

    private static Handling http(String word, JsonObject event, String aws) {
        List<String> body =
                Payloads.body(event, word.equals("vpc-lattice-v1") ? "is_base64_encoded" : "isBase64Encoded");
        Handling handling = Handling.of(
                        "http",
                        List.of(
                                "@HttpTrigger(method = \"ANY\", path = \"/\")",
                                "@HttpTrigger(method = \"ANY\", path = \"/{proxy+}\")"))
                .aws(aws)
                .raw(body.isEmpty() ? "HttpRequest" : "byte[]")
                .answers(Answers.all("String|\"ok\""));
        return body.isEmpty() ? handling : handling.own(body);
    }

    private static Handling authorizer(String word, JsonObject event, String type, String aws) {
        return Handling.of(word, List.of("@AuthorizerTrigger(AuthorizerType." + type + ")"))
                .aws(aws)
                .ownRecord(Payloads.one(event, ""))
                .answers(new Answers(
                        "AuthorizerResult|AuthorizerResult.allow(\"ann\").context(\"tenant\", \"t\")",
                        "boolean|true",
                        "AuthorizerResult|AuthorizerResult.deny()"));
    }

    private static String logGroup(JsonObject event) {
        String document = Payloads.logs(event).get(0);
        return Fields.isObject(document) ? text(Json.parse(document), "logGroup") : "";
    }

    private static String pattern(JsonObject event) {
        return Json.object()
                .put("source", Json.array(event.get("source")))
                .put("detail-type", Json.array(event.get("detail-type")))
                .build()
                .canonical();
    }

    private Handling lex(String word, JsonObject event, String version, String intent) {
        String source = text(event, "invocationSource");
        boolean known = List.of("DialogCodeHook", "FulfillmentCodeHook").contains(source);
        return Handling.of(
                        word,
                        List.of("@LexTrigger(version = LexVersion." + version + ", bot = "
                                + names.quoted(text(event, "bot.name")) + ", intent = " + quote(text(event, intent))
                                + (known ? ", source = " + quote(source) : "") + ")"))
                .ownRecord(Payloads.one(event, ""))
                .answers(new Answers(
                        "LexResponse|LexResponse.delegate()",
                        "LexResponse|LexResponse.close(true).message(\"done\")",
                        "LexResponse|LexResponse.elicitIntent().message(\"what?\")"));
    }

    private Handling objectLambda(String word, JsonObject event) {
        Handling handling = Handling.of(
                        word,
                        List.of("@S3ObjectLambdaTrigger(accessPoint = "
                                + names.quoted(text(event, "configuration.accessPointArn")) + ")"))
                .aws("S3ObjectLambdaEvent")
                .ownRecord(Payloads.one(event, ""));
        if (event.has("getObjectContext")) {
            return handling.answers(Answers.all("String|\"small\""));
        }
        return handling.answers(Answers.all(MAP
                + (event.has("headObjectContext")
                        ? "java.util.Map.of(\"statusCode\", 200, \"headers\", java.util.Map.of(\"ETag\", \"e\"))"
                        : "java.util.Map.of(\"statusCode\", 200, \"listResultXml\", \"<ListBucketResult/>\")")));
    }

    private static Handling appSync(String word, JsonObject event, Json whole) {
        String channel = text(event, "info.channel.path");
        if (!channel.isEmpty()) {
            return Handling.of(
                    word,
                    List.of("@AppSyncTrigger(channel = "
                            + quote("/" + text(event, "info.channelNamespace.name") + "/*")
                            + ", operation = ChannelOperation." + text(event, "info.operation") + ")"));
        }
        boolean mapped = event.has("typeName");
        Handling handling = Handling.of(
                        word,
                        List.of("@AppSyncTrigger(type = "
                                + quote(text(event, mapped ? "typeName" : "info.parentTypeName")) + ", field = "
                                + quote(text(event, mapped ? "fieldName" : "info.fieldName")) + ")"))
                .answers(Answers.all(MAP + "java.util.Map.of(\"id\", \"1\")"));
        return whole instanceof JsonArray batch
                ? handling.raw("byte[]")
                        .ownRecord(batch.values().stream()
                                .map(each -> Fields.at(each, "arguments").canonical())
                                .toList())
                        .answers(new Answers(
                                "",
                                "java.util.List<String>|java.util.Collections.nCopies(" + batch.size() + ", \"x\")",
                                MAP + "java.util.Map.of(\"id\", \"1\")"))
                : handling.ownRecord(Payloads.one(event, "arguments"));
    }

    private static String bedrock(JsonObject event) {
        String group = "@BedrockAgentTrigger(actionGroup = " + quote(text(event, "actionGroup"));
        return event.has("function")
                ? group + ", function = " + quote(text(event, "function")) + ")"
                : group + ", apiPath = " + quote(text(event, "apiPath")) + ", method = "
                        + quote(text(event, "httpMethod")) + ")";
    }

    private Handling alexa(String word, JsonObject event) {
        String skill = text(event, "session.application.applicationId");
        String intent = text(event, "request.intent.name");
        String general = text(event, "request.type")
                + text(event, "header.namespace")
                + text(event, "directive.header.namespace");
        String answer = event.has("header")
                ? "Answers.smartHomeTwo()"
                : event.has("directive")
                        ? "Answers.smartHomeThree(" + quote(text(event, "directive.header.correlationToken")) + ")"
                        : "Answers.skill(" + !text(event, "request.type").equals("SessionEndedRequest") + ")";
        return Handling.of(
                        word,
                        List.of("@AlexaTrigger(skill = " + names.quoted(skill) + ", request = "
                                + quote(intent.isEmpty() ? general : intent) + ")"))
                .ownRecord(Payloads.one(event, ""))
                .answers(Answers.all(MAP + answer));
    }

    private static Handling iot(String word, JsonObject event, String type) {
        return Handling.of(word, List.of("@IotTrigger(IotEvent." + type + ")")).ownRecord(Payloads.one(event, ""));
    }

    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
