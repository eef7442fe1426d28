package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Check;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Triggers to and from JSON: of a service's, all values that its annotation has or leaves to the defaults. What a manifest
 * lacks has its default, since the jar may have been built before there was the attribute.
 */
final class TriggerJson {
    private TriggerJson() {}

    static Json write(Trigger trigger) {
        JsonObject.Builder json = Json.object().put("kind", trigger.kind());
        if (trigger instanceof Trigger.Http http) {
            json.put("method", http.method()).put("path", http.path());
            HttpTermsJson.write(http.terms(), json);
        } else if (trigger instanceof Trigger.Web web) {
            json.put("form", web.form())
                    .put("class", web.className())
                    .put("port", web.port())
                    .put("basePath", web.basePath());
        } else if (trigger instanceof Trigger.S3 s3) {
            json.put("bucket", s3.bucket())
                    .put("events", Json.texts(s3.events()))
                    .put("prefix", s3.prefix())
                    .put("suffix", s3.suffix())
                    .put("eventBridge", s3.eventBridge());
        } else if (trigger instanceof Trigger.Service service) {
            service.values().forEach((name, value) -> json.put(name, json(value)));
        } else if (trigger instanceof Trigger.Schedule schedule) {
            json.put("expression", schedule.expression())
                    .put("description", schedule.description())
                    .put("enabled", schedule.enabled())
                    .put("input", schedule.input())
                    .put("timeZone", schedule.timeZone())
                    .put("flexibleWindow", schedule.flexibleWindow())
                    .put("startDate", schedule.startDate())
                    .put("endDate", schedule.endDate());
        } else if (trigger instanceof Trigger.Command command) {
            json.put("name", command.name())
                    .put("description", command.description())
                    .put(
                            "arguments",
                            Json.array(command.arguments().stream()
                                    .map(TriggerJson::argument)
                                    .toList()));
        } else if (trigger instanceof Trigger.Task task) {
            json.put("id", task.id())
                    .put("transport", task.transport())
                    .put("captureResult", task.captureResult())
                    .put("idempotent", task.idempotent());
        }
        return json.build();
    }

    private static Json argument(CommandArgument argument) {
        return Json.object()
                .put("name", argument.name())
                .put("type", argument.type())
                .put("required", argument.required())
                .put("list", argument.list())
                .putIfPresent("defaultValue", argument.defaultValue())
                .put("description", argument.description())
                .build();
    }

    private static CommandArgument argument(JsonObject json) {
        return new CommandArgument(
                json.text("name"),
                json.text("type"),
                json.flag("required"),
                json.flag("list"),
                json.has("defaultValue") ? json.text("defaultValue") : null,
                json.text("description"));
    }

    private static Json json(Value value) {
        if (value instanceof Value.Text text) {
            return Json.of(text.text());
        } else if (value instanceof Value.Texts texts) {
            return Json.texts(texts.texts());
        } else if (value instanceof Value.Whole number) {
            return Json.of(number.number());
        }
        return Json.of(((Value.Flag) value).flag());
    }

    static Trigger read(JsonObject json) {
        String kind = json.text("kind");
        return switch (kind) {
            case "http" -> new Trigger.Http(json.text("method"), json.text("path"), HttpTermsJson.read(json));
            case "web" ->
                new Trigger.Web(
                        json.text("form"), json.text("class"), json.get("port").asInt(), json.text("basePath"));
            case "s3" ->
                new Trigger.S3(
                        json.text("bucket"),
                        json.array("events").asTexts(),
                        json.text("prefix"),
                        json.text("suffix"),
                        json.has("eventBridge") && json.flag("eventBridge"));
            case "schedule" ->
                new Trigger.Schedule(
                        json.text("expression"),
                        json.text("description"),
                        json.flag("enabled"),
                        json.text("input"),
                        textOrEmpty(json, "timeZone"),
                        json.has("flexibleWindow") ? json.get("flexibleWindow").asInt() : 0,
                        textOrEmpty(json, "startDate"),
                        textOrEmpty(json, "endDate"));
            case "command" ->
                new Trigger.Command(
                        json.text("name"),
                        json.text("description"),
                        json.has("arguments")
                                ? json.array("arguments").values().stream()
                                        .map(argument -> argument(argument.asObject()))
                                        .toList()
                                : List.of());
            case "task" ->
                new Trigger.Task(
                        json.text("id"), json.text("transport"), json.flag("captureResult"), json.flag("idempotent"));
            case "invoke" -> new Trigger.Invoke();
            default ->
                service(
                        json,
                        Catalog.find(kind)
                                .orElseThrow(
                                        () -> new JsonException("there is no trigger of the kind \"" + kind + "\"")));
        };
    }

    private static String textOrEmpty(JsonObject json, String name) {
        return json.has(name) ? json.text(name) : "";
    }

    private static Trigger service(JsonObject json, ServiceKind kind) {
        Map<String, Value> values = new HashMap<>();
        Set<String> unknown = new HashSet<>(json.members().keySet());
        unknown.remove("kind");
        for (Attribute attribute : kind.attributes()) {
            Value otherwise = attribute.defaultValue();
            values.put(
                    attribute.name(),
                    otherwise != null && !json.has(attribute.name())
                            ? otherwise
                            : value(json.get(attribute.name()), attribute));
            unknown.remove(attribute.name());
        }
        if (!unknown.isEmpty()) {
            throw new JsonException("a trigger of the kind \"" + kind.word() + "\" has no "
                    + String.join(", ", unknown.stream().sorted().toList()));
        }
        return kind.trigger(values);
    }

    private static Value value(Json json, Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT, CHOICE -> {
                String text = json.asText();
                check(text.isEmpty() && !attribute.required() ? List.of() : List.of(text), attribute);
                yield new Value.Text(text);
            }
            case TEXTS, CHOICES -> {
                List<String> texts = json.asArray().asTexts();
                check(texts, attribute);
                yield new Value.Texts(texts);
            }
            case NUMBER -> {
                int number = json.asInt();
                if (attribute.check() instanceof Check.Range range && !range.fits(number)) {
                    throw new JsonException("\"" + attribute.name() + "\" is out of range: " + number);
                }
                yield new Value.Whole(number);
            }
            case FLAG -> new Value.Flag(json.asBoolean());
        };
    }

    private static void check(Collection<String> texts, Attribute attribute) {
        if (attribute.required() && texts.stream().allMatch(String::isBlank)) {
            throw new JsonException("\"" + attribute.name() + "\" is empty");
        }
        for (String text : texts) {
            if (!attribute.choices().isEmpty() && !attribute.choices().contains(text)) {
                throw new JsonException("\"" + attribute.name() + "\" cannot be \"" + text + "\"");
            }
        }
    }
}
