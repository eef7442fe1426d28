package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;

/** Plain JSON as DynamoDB writes it, each value with its type. */
final class DynamoImage {
    private DynamoImage() {}

    static JsonObject of(JsonObject plain) {
        JsonObject.Builder typed = Json.object();
        plain.members().forEach((name, value) -> typed.put(name, value(value)));
        return typed.build();
    }

    static Json value(Json plain) {
        JsonObject.Builder typed = Json.object();
        if (plain instanceof JsonObject object) {
            typed.put("M", of(object));
        } else if (plain instanceof JsonArray array) {
            typed.put(
                    "L",
                    Json.array(array.values().stream().map(DynamoImage::value).toList()));
        } else if (plain instanceof Json.Text text) {
            typed.put("S", text.value());
        } else if (plain instanceof Json.Num) {
            typed.put("N", plain.canonical());
        } else if (plain instanceof Json.Bool bool) {
            typed.put("BOOL", bool.value());
        } else {
            typed.put("NULL", true);
        }
        return typed.build();
    }
}
