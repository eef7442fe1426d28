package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Looks into events that may lack anything. */
final class Fields {
    private Fields() {}

    /** The value at the end of a way such as {@code Records.0.eventSource}; null in JSON if there is none. */
    static Json at(Json json, String way) {
        Json found = json;
        for (String step : way.split("\\.")) {
            if (found instanceof JsonArray array && step.matches("\\d+")) {
                int index = Integer.parseInt(step);
                found = index < array.size() ? array.get(index) : Json.Null.NULL;
            } else if (found instanceof JsonObject object) {
                found = object.find(step).orElse(Json.Null.NULL);
            } else {
                return Json.Null.NULL;
            }
        }
        return found;
    }

    /** The text at the end of a way; empty if there is none. */
    static String text(Json json, String way) {
        return at(json, way) instanceof Json.Text text ? text.value() : "";
    }

    static List<Json> list(Json json, String way) {
        return at(json, way) instanceof JsonArray array ? array.values() : List.of();
    }

    static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** Whether it is a JSON object with members, as a record takes it. */
    static boolean isObject(String text) {
        try {
            return Json.parse(text) instanceof JsonObject object
                    && !object.members().isEmpty();
        } catch (JsonException e) {
            return false;
        }
    }
}
