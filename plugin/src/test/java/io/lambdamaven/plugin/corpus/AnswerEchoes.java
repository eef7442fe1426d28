package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.runtime.event.EventKind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an answer of the right shape must repeat of its event, as the services' pages demand it. */
final class AnswerEchoes {
    private AnswerEchoes() {}

    static List<String> faults(EventKind kind, Json event, Json answer) {
        List<String> faults = new ArrayList<>();
        switch (kind) {
            case HTTP_API, FUNCTION_URL, REST_API, ALB, LATTICE_V2, LATTICE_V1, WEBSOCKET ->
                http(answer.asObject(), faults);
            case SQS, KINESIS, DYNAMODB, MSK, KAFKA -> BatchEchoes.check(kind, event.asObject(), answer, faults);
            case FIREHOSE, KINESIS_ANALYTICS ->
                same(
                        "records' ids and their order",
                        ids(event.asObject().array("records"), "recordId"),
                        ids(answer.asObject().array("records"), "recordId"),
                        faults);
            case S3_BATCH -> s3Batch(event.asObject(), answer.asObject(), faults);
            case APPSYNC_BATCH ->
                same(
                        "number of elements",
                        event.asArray().values().size(),
                        answer.asArray().values().size(),
                        faults);
            case APPSYNC -> published(event.asObject(), answer, faults);
            case BEDROCK_AGENT -> bedrock(event.asObject(), answer.asObject(), faults);
            case COGNITO -> rest(event.asObject(), answer.asObject(), "response", faults);
            case COGNITO_SYNC -> rest(event.asObject(), answer.asObject(), "datasetRecords", faults);
            case LEX_V2, LEX_V1 -> BotEchoes.check(kind, event.asObject(), answer.asObject(), faults);
            case TRANSFER -> transfer(event.asObject(), answer.asObject(), faults);
            case ALEXA -> alexa(event.asObject(), answer, faults);
            default -> {}
        }
        return faults;
    }

    static void same(String what, Object came, Object went, List<String> faults) {
        if (!came.equals(went)) {
            faults.add("the " + what + " must stay " + came + ", not become " + went);
        }
    }

    /** The texts of one member of every element. */
    static List<String> ids(JsonArray elements, String name) {
        return elements.values().stream()
                .map(element -> element.asObject().text(name))
                .toList();
    }

    private static void http(JsonObject answer, List<String> faults) {
        for (String name : List.of("headers", "multiValueHeaders", "cookies")) {
            String text = answer.find(name).map(Json::canonical).orElse("");
            if (text.contains("\\n") || text.contains("\\r") || text.contains("\\u00")) {
                faults.add(name + " hold a control character");
            }
        }
        if (answer.find("isBase64Encoded").equals(Optional.of(Json.of(true)))) {
            try {
                Base64.getDecoder().decode(answer.text("body", ""));
            } catch (IllegalArgumentException e) {
                faults.add("the body is not the base64 that it says it is");
            }
        }
    }

    private static void s3Batch(JsonObject event, JsonObject answer, List<String> faults) {
        for (String name : List.of("invocationSchemaVersion", "invocationId")) {
            same(name, event.find(name), answer.find(name), faults);
        }
        List<String> came = ids(event.array("tasks"), "taskId");
        List<String> went = ids(answer.array("results"), "taskId");
        same("set of task ids", new HashSet<>(came), new HashSet<>(went), faults);
        same("number of results", came.size(), went.size(), faults);
    }

    private static void published(JsonObject event, Json answer, List<String> faults) {
        if (event.find("info", "channel").isEmpty()
                || !(answer instanceof JsonObject object)
                || !object.has("events")) {
            return;
        }
        Set<String> came = new HashSet<>(ids(
                event.find("events")
                        .filter(JsonArray.class::isInstance)
                        .map(Json::asArray)
                        .orElse(Json.array()),
                "id"));
        for (String id : ids(object.array("events"), "id")) {
            if (!came.contains(id)) {
                faults.add("nobody published an event with the id " + id);
            }
        }
    }

    private static void bedrock(JsonObject event, JsonObject answer, List<String> faults) {
        same("messageVersion", event.find("messageVersion"), answer.find("messageVersion"), faults);
        for (String name : List.of("actionGroup", "apiPath", "httpMethod", "function")) {
            same(name, event.find(name), answer.object("response").find(name), faults);
        }
    }

    /** All but one member as it came. */
    private static void rest(JsonObject event, JsonObject answer, String changing, List<String> faults) {
        Set<String> names = new HashSet<>(event.members().keySet());
        names.addAll(answer.members().keySet());
        names.remove(changing);
        for (String name : names) {
            same(name, event.find(name), answer.find(name), faults);
        }
    }

    private static void transfer(JsonObject event, JsonObject answer, List<String> faults) {
        if (answer.members().isEmpty()) {
            return;
        }
        boolean byPassword = !event.text("password", "").isEmpty();
        if (byPassword && answer.has("PublicKeys")) {
            faults.add("a login by password takes no PublicKeys");
        } else if (!byPassword && !answer.has("PublicKeys")) {
            faults.add("a login by key needs PublicKeys");
        }
        try {
            for (Json mapping : Json.parse(answer.text("HomeDirectoryDetails", "[]"))
                    .asArray()
                    .values()) {
                if (!mapping.asObject().text("Entry").startsWith("/")
                        || !mapping.asObject().text("Target").startsWith("/")) {
                    faults.add("Entry and Target are paths from the root: " + mapping.canonical());
                }
            }
        } catch (JsonException e) {
            faults.add("HomeDirectoryDetails: " + e.getMessage());
        }
    }

    private static void alexa(JsonObject event, Json answer, List<String> faults) {
        Optional<Json> token = event.find("directive", "header", "correlationToken");
        if (token.isPresent()) {
            same("correlationToken", token, answer.asObject().find("event", "header", "correlationToken"), faults);
        }
    }
}
