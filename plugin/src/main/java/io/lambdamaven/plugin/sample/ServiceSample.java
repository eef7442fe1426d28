package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The event of a catalogued trigger: a template, filled with what the trigger names and with the user's payload. */
final class ServiceSample {
    private static final Set<String> WITHOUT_PAYLOAD =
            Set.of("ses", "codecommit", "codedeploy", "secret-rotation", "alexa");

    private final SampleContext context;
    private final Names names;
    private final Clock clock;

    ServiceSample(SampleContext context, Names names, Clock clock) {
        this.context = context;
        this.names = names;
        this.clock = clock;
    }

    String of(Trigger.Service trigger, @Nullable String payload) {
        String kind = trigger.kind();
        if (WITHOUT_PAYLOAD.contains(kind)) {
            Payloads.refuse(payload, "The sample event of " + kind + " has no payload.");
        }
        Map<String, Json> values = values(trigger);
        Sources sources = new Sources(context, names, trigger, values);
        String template = sources.template();
        payload(template, payload, values);
        sources.resources();
        if (kind.equals("logs")) {
            Json document = Template.fill("logs-document", values);
            values.put("log64", Json.of(zipped(document.canonicalBytes())));
        } else if (kind.equals("config") && payload == null) {
            values.put(
                    "payload",
                    Json.of(Template.fill("config-invoking-event", values).canonical()));
        } else if (kind.equals("eventbridge")) {
            PatternSample.fill(names.resolve(trigger.text("pattern")), payload, values);
        }
        return Template.fill(template, values).canonical();
    }

    private Map<String, Json> values(Trigger.Service trigger) {
        Map<String, Json> values = new TreeMap<>();
        for (Attribute attribute : Catalog.of(trigger).attributes()) {
            if (attribute.type() == Attribute.Type.TEXT || attribute.type() == Attribute.Type.CHOICE) {
                values.put(attribute.name(), Json.of(names.resolve(trigger.text(attribute.name()))));
            }
        }
        values.put("account", Json.of(context.account()));
        values.put("region", Json.of(context.region()));
        values.put(
                "time", Json.of(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        values.put("seconds", Json.of(clock.instant().getEpochSecond()));
        values.put("millis", Json.of(clock.millis()));
        values.put(
                "uuid",
                Json.of(UUID.nameUUIDFromBytes(trigger.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()));
        values.put("functionName", Json.of(context.functionName()));
        values.put("function", Json.of(names.arn("lambda", "function:" + context.functionName() + ":live")));
        values.put("role", Json.of("arn:aws:iam::" + context.account() + ":role/sample"));
        return values;
    }

    /** The payload as a text, in Base64 and as JSON, whichever the template asks for. */
    private static void payload(String template, @Nullable String payload, Map<String, Json> values) {
        String text = payload == null ? Sources.defaultPayload(template) : payload;
        values.put("payload", Json.of(text));
        values.put("payload64", Json.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        Json json = payload == null ? Json.object().build() : Payloads.value(payload);
        values.put("payloadJson", json);
        if (template.equals("dynamodb")) {
            JsonObject image = object(payload, Json.object().put("id", "sample").build());
            values.put("image", DynamoImage.of(image));
            JsonObject.Builder keys = Json.object();
            image.members().entrySet().stream()
                    .limit(1)
                    .forEach(first -> keys.put(first.getKey(), DynamoImage.value(first.getValue())));
            values.put("keys", keys.build());
        } else if (template.startsWith("bedrock-agent")) {
            values.put(
                    "parameters",
                    Json.array(object(payload, Json.object().build()).members().entrySet().stream()
                            .map(each -> parameter(each.getKey(), each.getValue()))
                            .toList()));
        } else if (Set.of("connect", "cloudformation", "appsync", "documentdb").contains(template)) {
            values.put("payloadJson", object(payload, Json.object().build()));
        }
    }

    private static JsonObject object(@Nullable String payload, JsonObject otherwise) {
        if (payload == null) {
            return otherwise;
        }
        if (Payloads.value(payload) instanceof JsonObject object) {
            return object;
        }
        throw Payloads.fault("It is no JSON object.", "Give an object such as {\"id\": 1}.");
    }

    private static Json parameter(String name, Json value) {
        String type = value instanceof Json.Num ? "number" : value instanceof Json.Bool ? "boolean" : "string";
        return Json.object()
                .put("name", name)
                .put("type", type)
                .put("value", value instanceof Json.Text text ? text.value() : value.canonical())
                .build();
    }

    private static String zipped(byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
