package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.sample.RouteDescription;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One invocation as lines for people: what was sent, what came back, how long it took, what was logged. */
final class InvocationText {
    private static final int WIDEST = 400;
    private static final Pattern PLATFORM_LINE = Pattern.compile("(START|END|REPORT|INIT_START) .*");

    private static final Pattern STACK_LINE = Pattern.compile("\\s*(at [\\w.$/<>]+\\(.*|\\.\\.\\. \\d+ more)");

    private InvocationText() {}

    /** What is sent, in a few words. */
    static String title(Route route, String event, Map<String, String> placeholders) {
        RouteDescription description = RouteDescription.of(route);
        String where = description.where();
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            where = where.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return switch (description.kind()) {
            case "http" -> event.matches("[A-Z]+ /.*") ? event : where;
            case "s3" -> "S3 event from " + where;
            case "sqs" -> "SQS batch from " + where;
            case "schedule" -> "Schedule " + where;
            case "command" -> "Command " + where;
            case "invoke" -> "Payload";
            default -> "Sample event of " + description.kind() + " " + where;
        };
    }

    static String of(
            String what, String function, String qualifier, @Nullable String sent, FunctionClient.Invocation result) {
        StringBuilder text = new StringBuilder();
        text.append(what).append("  ->  ").append(function).append(':').append(qualifier);
        if (sent != null) {
            line(text, "sent", cut(oneLine(sent)));
        }
        line(text, result.functionError() == null ? "answer" : "failed", answer(result.payload()));
        line(text, "took", took(result));
        List<String> logged = result.log().stream()
                .filter(line -> !line.isBlank() && !PLATFORM_LINE.matcher(line).matches())
                .toList();
        logged.stream()
                .filter(line -> !STACK_LINE.matcher(line).matches())
                .forEach(line -> line(text, "log", cut(line.strip())));
        if (logged.stream().anyMatch(line -> STACK_LINE.matcher(line).matches())) {
            line(text, "", "(stack traces: mvn lambda:logs)");
        }
        return text.toString();
    }

    private static String took(FunctionClient.Invocation result) {
        return result.initMillis() == null
                ? result.millis() + " ms, warm"
                : String.format(
                        Locale.ROOT, "%d ms, cold start (%.0f ms of it init)", result.millis(), result.initMillis());
    }

    /** An HTTP response is shown as status and body, everything else as it came. */
    private static String answer(String payload) {
        try {
            Json json = Json.parse(payload);
            if (json instanceof JsonObject object && object.has("statusCode")) {
                String body = object.has("body") ? object.text("body") : "";
                return object.get("statusCode").asInt() + (body.isEmpty() ? "" : " " + oneLine(body));
            }
        } catch (JsonException e) {
            return oneLine(payload);
        }
        return oneLine(payload);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("\n    ").append(name).append(" ".repeat(8 - name.length())).append(value);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + "... (" + text.length() + " characters)";
    }
}
