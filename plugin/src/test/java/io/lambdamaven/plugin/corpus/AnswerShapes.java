package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.runtime.event.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds an answer against what the service that sent the event documents: a JSON Schema for its shape, and
 * {@link AnswerEchoes} for what it must repeat of the event.
 */
final class AnswerShapes {
    /** What Lambda lets a function answer to whoever waits. */
    private static final int LAMBDA_BYTES = 6 * 1024 * 1024;

    private AnswerShapes() {}

    /** What is wrong with an answer to an event; nothing if the service takes it. */
    static List<String> check(EventKind kind, String event, String answer) {
        Json came = Json.parse(event);
        Json went;
        try {
            went = Json.parse(answer);
        } catch (JsonException e) {
            return List.of("is no JSON: " + e.getMessage());
        }
        if (kind == EventKind.CLOUDFRONT) {
            return List.of("CloudFront invokes no Java function, so nothing is an answer to it");
        }
        List<String> faults = new ArrayList<>();
        int bytes = answer.getBytes(StandardCharsets.UTF_8).length;
        int limit = limit(kind);
        if (bytes > limit) {
            faults.add("has " + bytes + " bytes, of which the service takes " + limit);
        }
        faults.addAll(AnswerSchemas.validate(schema(kind, came, went), shaped(kind, came, went)));
        if (faults.isEmpty()) {
            faults.addAll(AnswerEchoes.faults(kind, came, went));
        }
        return faults;
    }

    /** The name of the schema for answers to this event. */
    static String schema(EventKind kind, Json came, Json went) {
        JsonObject event =
                came instanceof JsonObject object ? object : Json.object().build();
        return switch (kind) {
            case ALB -> event.has("multiValueHeaders") ? "ALB_MULTI_VALUE" : "ALB";
            case DYNAMODB, KINESIS -> event.has("window") ? kind + "_WINDOW" : kind.name();
            case COGNITO -> cognito(event);
            case APPSYNC -> appSync(event);
            case BEDROCK_AGENT -> event.has("function") ? "BEDROCK_AGENT_FUNCTION" : "BEDROCK_AGENT_API";
            case CLOUDFORMATION -> event.has("ResponseURL") ? "CLOUDFORMATION" : "CLOUDFORMATION_PROVIDER";
            case CONNECT -> nests(went) ? "CONNECT_JSON" : "CONNECT";
            case FIREHOSE -> event.has("sourceMSKArn") ? "FIREHOSE_MSK" : "FIREHOSE";
            case KINESIS_ANALYTICS -> isDelivery(event) ? "KINESIS_ANALYTICS_DELIVERY" : "KINESIS_ANALYTICS";
            case ALEXA -> alexa(event);
            case IOT -> iot(event);
            case S3_OBJECT_LAMBDA -> objectLambda(event);
            default -> kind.name();
        };
    }

    /**
     * What a trigger was sent and sends back untouched is Cognito's own: only a response that the function wrote is
     * held against the trigger's schema.
     */
    private static Json shaped(EventKind kind, Json came, Json went) {
        if (kind != EventKind.COGNITO || !(went instanceof JsonObject object)) {
            return went;
        }
        boolean untouched = object.find("response").equals(came.asObject().find("response"));
        return untouched
                ? object.toBuilder().put("response", Json.object().build()).build()
                : went;
    }

    private static int limit(EventKind kind) {
        return switch (kind) {
            case CONNECT -> 32 * 1024;
            case BEDROCK_AGENT -> 25 * 1024;
            case ALB -> 1024 * 1024;
            default -> LAMBDA_BYTES;
        };
    }

    private static String cognito(JsonObject event) {
        String source = event.text("triggerSource");
        String type = source.substring(0, source.indexOf('_'));
        return switch (type) {
            case "PreSignUp" -> "COGNITO_PRE_SIGN_UP";
            case "PostConfirmation" -> "COGNITO_POST_CONFIRMATION";
            case "PreAuthentication" -> "COGNITO_PRE_AUTHENTICATION";
            case "PostAuthentication" -> "COGNITO_POST_AUTHENTICATION";
            case "DefineAuthChallenge" -> "COGNITO_DEFINE_AUTH_CHALLENGE";
            case "CreateAuthChallenge" -> "COGNITO_CREATE_AUTH_CHALLENGE";
            case "VerifyAuthChallengeResponse" -> "COGNITO_VERIFY_AUTH_CHALLENGE";
            case "TokenGeneration" ->
                isSecondVersion(event) ? "COGNITO_PRE_TOKEN_GENERATION_V2" : "COGNITO_PRE_TOKEN_GENERATION";
            case "UserMigration" -> "COGNITO_USER_MIGRATION";
            case "CustomMessage" -> "COGNITO_CUSTOM_MESSAGE";
            case "CustomEmailSender" -> "COGNITO_CUSTOM_EMAIL_SENDER";
            case "CustomSMSSender" -> "COGNITO_CUSTOM_SMS_SENDER";
            case "InboundFederation" -> "COGNITO_INBOUND_FEDERATION";
            default -> throw new IllegalArgumentException("no trigger of a user pool is known as " + source);
        };
    }

    /** The later versions of the event tell the scopes; some samples of them keep the number of the first. */
    private static boolean isSecondVersion(JsonObject event) {
        return event.find("request", "scopes").isPresent()
                || event.find("version")
                        .filter(version -> !version.equals(Json.of("1")))
                        .isPresent();
    }

    private static String appSync(JsonObject event) {
        String operation =
                event.find("info", "operation").map(Json::canonical).orElse("").replace("\"", "");
        return event.find("info", "channel").isPresent() ? "APPSYNC_" + operation : "APPSYNC";
    }

    private static String alexa(JsonObject event) {
        if (event.has("directive")) {
            return "ALEXA_SMART_HOME";
        } else if (event.has("header")) {
            return "ALEXA_SMART_HOME_V2";
        }
        boolean ended = event.find("request", "type").equals(Optional.of(Json.of("SessionEndedRequest")));
        return ended ? "ALEXA_SESSION_ENDED" : "ALEXA_SKILL";
    }

    private static String iot(JsonObject event) {
        if (event.has("protocolData")) {
            return "IOT_CUSTOM_AUTHORIZER";
        }
        return event.has("claimCertificateId") ? "IOT_PROVISIONING" : "IOT_BUTTON";
    }

    private static String objectLambda(JsonObject event) {
        if (event.has("headObjectContext")) {
            return "S3_OBJECT_LAMBDA_HEAD";
        }
        boolean lists = event.has("listObjectsContext") || event.has("listObjectsV2Context");
        return lists ? "S3_OBJECT_LAMBDA_LIST" : "S3_OBJECT_LAMBDA";
    }

    private static boolean isDelivery(JsonObject event) {
        return event.array("records").values().stream()
                .anyMatch(record -> record.asObject().has("lambdaDeliveryRecordMetadata"));
    }

    private static boolean nests(Json answer) {
        return answer instanceof JsonObject object
                && object.members().values().stream()
                        .anyMatch(value -> value instanceof JsonObject || value instanceof JsonArray);
    }
}
