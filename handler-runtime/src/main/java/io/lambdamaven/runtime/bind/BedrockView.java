package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.BedrockAgentRequest;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.json.Scalars;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees an action of a Bedrock agent; the payload is its parameters and the properties of its body, in one object. */
public final class BedrockView extends View {

    /**
     * Sees an event.
     *
     * @param event the event
     */
    public BedrockView(byte[] event) {
        super("the action's input", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return type == BedrockAgentRequest.class ? request(fields()) : null;
    }

    @Override
    byte[] payload() {
        Map<String, Object> all = values(fields().list("parameters"));
        all.putAll(properties(fields()));
        return Json.write(all);
    }

    private static BedrockAgentRequest request(EventObject event) {
        return new BedrockAgentRequest(
                event.text("actionGroup"),
                event.text("function"),
                event.text("apiPath"),
                event.text("httpMethod"),
                values(event.list("parameters")),
                properties(event),
                event.text("inputText"),
                event.text("sessionId"),
                event.texts("agent"),
                event.texts("sessionAttributes"),
                event.texts("promptSessionAttributes"));
    }

    /** A body has one content type, in practice JSON. */
    private static Map<String, Object> properties(EventObject event) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object content : event.in("requestBody").map("content").values()) {
            all.putAll(values(EventObject.of(content).list("properties")));
        }
        return all;
    }

    private static Map<String, Object> values(List<?> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            EventObject parameter = EventObject.of(parameters.get(i));
            Object value = parameter.value("value");
            if (value != null) {
                values.put(
                        parameter.text("name"),
                        value instanceof String text ? typed(parameter.text("type"), text) : value);
            }
        }
        return values;
    }

    /** The model writes every value as text; what is not of its type stays text, for binding to complain of. */
    private static Object typed(String type, String text) {
        Object typed = switch (type) {
            case "number", "integer" -> number(text);
            case "boolean" -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
            case "array", "object" -> json(text);
            default -> null;
        };
        return typed == null ? text : typed;
    }

    private static @Nullable Object number(String text) {
        try {
            return Scalars.decimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object json(String text) {
        try {
            return Json.tree(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return null;
        }
    }
}
