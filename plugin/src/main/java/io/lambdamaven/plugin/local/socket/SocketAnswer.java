package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.host.Result;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a function's answer means for a client.
 *
 * @param headers names in lower case
 * @param body empty where there is none
 * @param failure what the client is told instead, or null
 */
record SocketAnswer(
        int status,
        Map<String, String> headers,
        String body,
        @Nullable String failure) {
    private static final String BROKEN = "Internal server error";

    SocketAnswer {
        headers = Map.copyOf(headers);
    }

    static SocketAnswer failed(int status, String failure) {
        return new SocketAnswer(status, Map.of(), "", failure);
    }

    /** @param result null where there is no function */
    static SocketAnswer of(@Nullable Result result) {
        if (result == null) {
            return failed(500, BROKEN);
        }
        if (result.functionError() != null) {
            return failed(502, BROKEN);
        }
        try {
            return of(Json.parse(result.payload()).asObject());
        } catch (JsonException | IllegalArgumentException e) {
            return failed(502, BROKEN);
        }
    }

    private static SocketAnswer of(JsonObject answer) {
        Map<String, String> headers = new TreeMap<>();
        present(answer, "headers")
                .ifPresent(given -> given.asObject()
                        .members()
                        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), plain(value))));
        String text = present(answer, "body").map(SocketAnswer::plain).orElse("");
        boolean encoded =
                present(answer, "isBase64Encoded").map(Json::asBoolean).orElse(false);
        String body = encoded ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8) : text;
        return new SocketAnswer(Integer.parseInt(plain(answer.get("statusCode"))), headers, body, null);
    }

    boolean accepts() {
        return failure == null && status >= 200 && status < 300;
    }

    private static Optional<Json> present(JsonObject object, String name) {
        return object.find(name).filter(value -> value != Json.Null.NULL);
    }

    private static String plain(Json value) {
        return value instanceof Json.Text text ? text.value() : value.canonical();
    }
}
