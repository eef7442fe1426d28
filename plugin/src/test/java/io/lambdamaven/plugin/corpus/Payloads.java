package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What an event is about, read with nothing of the product: the texts that a method of its own types is to see. */
final class Payloads {
    private Payloads() {}

    static List<String> each(JsonObject event, String list, String way) {
        List<String> found = new ArrayList<>();
        for (Json item : Fields.list(event, list)) {
            Json value = way.isEmpty() ? item : Fields.at(item, way);
            found.add(
                    value instanceof Json.Text text ? text.value() : value == Json.Null.NULL ? "" : value.canonical());
        }
        return found;
    }

    static List<String> decodedEach(JsonObject event, String list, String way) {
        return each(event, list, way).stream().map(Fields::decoded).toList();
    }

    /** Of lists in an object's members, in the order of their names. */
    static List<String> decodedInLists(JsonObject event, String object, String name) {
        List<String> found = new ArrayList<>();
        if (Fields.at(event, object) instanceof JsonObject lists) {
            for (Json list : lists.members().values()) {
                for (Json item : ((JsonArray) list).values()) {
                    found.add(Fields.decoded(Fields.text(item, name)));
                }
            }
        }
        return found;
    }

    static List<String> one(JsonObject event, String way) {
        Json value = way.isEmpty() ? event : Fields.at(event, way);
        if (value == Json.Null.NULL) {
            return List.of();
        }
        return List.of(value instanceof Json.Text text ? text.value() : value.canonical());
    }

    static List<String> body(JsonObject event, String flag) {
        String body = Fields.text(event, "body");
        boolean encoded = Fields.at(event, flag).equals(Json.of(true));
        return body.isEmpty() ? List.of() : List.of(encoded ? Fields.decoded(body) : body);
    }

    /** Whether a request's body is not the base64 that it is said to be: its sender is told so. */
    static boolean isMalformed(JsonObject event) {
        boolean encoded = Fields.at(event, "isBase64Encoded").equals(Json.of(true))
                || Fields.at(event, "is_base64_encoded").equals(Json.of(true));
        try {
            return encoded && Base64.getDecoder().decode(Fields.text(event, "body")) == null;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    static List<String> logs(JsonObject event) {
        byte[] zipped = Base64.getMimeDecoder().decode(Fields.text(event, "awslogs.data"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The new image, of what was removed the old one, of a stream of keys those. */
    static List<String> images(JsonObject event) {
        List<String> found = new ArrayList<>();
        for (Json item : Fields.list(event, "Records")) {
            boolean removed = Fields.text(item, "eventName").equals("REMOVE");
            for (String name : removed ? List.of("OldImage", "Keys") : List.of("NewImage", "Keys")) {
                if (Fields.at(item, "dynamodb." + name) instanceof JsonObject image) {
                    found.add(plain(Json.object().put("M", image).build()).canonical());
                    break;
                }
            }
        }
        return found;
    }

    private static Json plain(JsonObject attribute) {
        Map.Entry<String, Json> typed =
                attribute.members().entrySet().iterator().next();
        Json value = typed.getValue();
        return switch (typed.getKey()) {
            case "N" -> Json.of(new BigDecimal(value.asText()));
            case "NULL" -> Json.Null.NULL;
            case "L" ->
                Json.array(value.asArray().values().stream()
                        .map(each -> plain(each.asObject()))
                        .toList());
            case "NS" ->
                Json.array(value.asArray().values().stream()
                        .map(each -> Json.of(new BigDecimal(each.asText())))
                        .toList());
            case "M" -> {
                JsonObject.Builder object = Json.object();
                value.asObject().members().forEach((name, each) -> object.put(name, plain(each.asObject())));
                yield object.build();
            }
            default -> value;
        };
    }

    /** An agent's parameters and the properties of its request, as one object. */
    static List<String> agent(JsonObject event) {
        JsonObject.Builder object = Json.object();
        List<Json> all = new ArrayList<>(Fields.list(event, "parameters"));
        if (Fields.at(event, "requestBody.content") instanceof JsonObject content) {
            content.members().values().forEach(media -> all.addAll(Fields.list(media, "properties")));
        }
        for (Json each : all) {
            object.put(Fields.text(each, "name"), Fields.text(each, "value"));
        }
        return List.of(object.build().canonical());
    }
}
