package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What chooses the route of a message: variables of message and context, and text around them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html">
 *     Selection expressions</a>
 */
final class RouteSelection {
    private static final Pattern PART = Pattern.compile(
            "\\\\\\$|\\$\\{(request\\.body|context)\\.([^}]+)}|\\$(request\\.body|context)\\.([\\w.]+)");

    private final String expression;

    RouteSelection(String expression) {
        this.expression = expression;
    }

    /** The key, or empty where the message says none: it has no such element, or is no JSON object. */
    Optional<String> key(String message, JsonObject context) {
        JsonObject body = parsed(message);
        StringBuilder key = new StringBuilder();
        Matcher part = PART.matcher(expression);
        while (part.find()) {
            String value = "$";
            if (!part.group().startsWith("\\")) {
                String source = part.group(1) == null ? part.group(3) : part.group(1);
                String way = part.group(2) == null ? part.group(4) : part.group(2);
                Optional<String> found = text(source.equals("context") ? context : body, way);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                value = found.get();
            }
            part.appendReplacement(key, Matcher.quoteReplacement(value));
        }
        return Optional.of(part.appendTail(key).toString());
    }

    private static JsonObject parsed(String message) {
        try {
            return Json.parse(message) instanceof JsonObject object
                    ? object
                    : Json.object().build();
        } catch (JsonException e) {
            return Json.object().build();
        }
    }

    private static Optional<String> text(JsonObject source, String way) {
        Queue<String> names = new ArrayDeque<>(List.of(way.split("\\.", -1)));
        Optional<Json> found = source.find(names.remove(), names.toArray(String[]::new));
        return found.filter(
                        value -> value instanceof Json.Text || value instanceof Json.Num || value instanceof Json.Bool)
                .map(value -> value instanceof Json.Text text ? text.value() : value.canonical());
    }
}
