package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.host.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a function's answer in payload format 2.0 means for the one who asked. */
record HttpAnswer(int status, List<HttpEvent.Header> headers, Bytes body) {
    HttpAnswer {
        headers = List.copyOf(headers);
    }

    /** @param failureStatus what the front answers where the function fails or answers nonsense */
    static HttpAnswer of(Result result, int failureStatus) {
        if (result.functionError() != null) {
            return isTimeout(result.payload())
                    ? message(503, "Service Unavailable")
                    : message(failureStatus, "Internal Server Error");
        }
        try {
            return of(Json.parse(result.payload()), result.payload());
        } catch (JsonException | IllegalArgumentException e) {
            return message(failureStatus, "Internal Server Error");
        }
    }

    static HttpAnswer message(int status, String message) {
        return json(status, Json.object().put("message", message).build().canonicalBytes());
    }

    private static HttpAnswer json(int status, byte[] body) {
        return new HttpAnswer(
                status, List.of(new HttpEvent.Header("content-type", "application/json")), new Bytes(body));
    }

    private static boolean isTimeout(byte[] payload) {
        try {
            return Json.parse(payload) instanceof JsonObject error
                    && error.text("errorType", "").equals("Sandbox.Timedout");
        } catch (JsonException e) {
            return false;
        }
    }

    private static HttpAnswer of(Json answer, byte[] payload) {
        if (answer instanceof JsonObject object && object.has("statusCode")) {
            return structured(object);
        }
        return json(200, answer instanceof Json.Text text ? text.value().getBytes(StandardCharsets.UTF_8) : payload);
    }

    private static HttpAnswer structured(JsonObject answer) {
        int status = number(answer.get("statusCode"));
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("No status: " + status);
        }
        List<HttpEvent.Header> headers = new ArrayList<>();
        if (present(answer, "headers") instanceof JsonObject given) {
            given.members().forEach((name, value) -> headers.add(new HttpEvent.Header(name, plain(value))));
        }
        if (headers.stream()
                .noneMatch(header -> header.name().toLowerCase(Locale.ROOT).equals("content-type"))) {
            headers.add(new HttpEvent.Header("content-type", "text/plain; charset=utf-8"));
        }
        Json cookies = present(answer, "cookies");
        if (cookies != null) {
            cookies.asArray().asTexts().forEach(cookie -> headers.add(new HttpEvent.Header("set-cookie", cookie)));
        }
        Json encoded = present(answer, "isBase64Encoded");
        Json body = present(answer, "body");
        String text = body == null ? "" : plain(body);
        byte[] bytes = encoded != null && encoded.asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(status, headers, new Bytes(bytes));
    }

    private static @Nullable Json present(JsonObject object, String name) {
        return object.find(name).filter(value -> value != Json.Null.NULL).orElse(null);
    }

    private static int number(Json value) {
        return value instanceof Json.Text text ? Integer.parseInt(text.value()) : value.asInt();
    }

    private static String plain(Json value) {
        return value instanceof Json.Text text ? text.value() : value.canonical();
    }
}
