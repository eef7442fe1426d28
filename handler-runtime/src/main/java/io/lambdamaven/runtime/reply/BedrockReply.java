package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.BedrockAgentResponse;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Bedrock agent is told of an action, in the form that goes with the action's description: a function's or an
 * API schema's.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html">Lambda functions of action
 *     groups</a>
 */
public final class BedrockReply {
    private static final String JSON = "application/json";

    private BedrockReply() {}

    /**
     * Writes the answer.
     *
     * @param event the event
     * @param result what the method returned
     * @return the answer
     */
    public static byte[] write(EventObject event, @Nullable Object result) {
        BedrockAgentResponse said = result instanceof BedrockAgentResponse response
                ? response
                : BedrockAgentResponse.of(result == null ? "" : result);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("actionGroup", event.text("actionGroup"));
        if (event.has("function")) {
            function(event, said, response);
        } else {
            operation(event, said, response);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("messageVersion", event.has("messageVersion") ? event.text("messageVersion") : "1.0");
        answer.put("response", response);
        attributes("sessionAttributes", event, said.sessionAttributes(), answer);
        attributes("promptSessionAttributes", event, said.promptSessionAttributes(), answer);
        return Json.write(answer);
    }

    private static void function(EventObject event, BedrockAgentResponse said, Map<String, Object> response) {
        Map<String, Object> answer = new LinkedHashMap<>();
        BedrockAgentResponse.State state = said.state();
        if (state != null) {
            answer.put("responseState", state.name());
        }
        String body = said.body() instanceof String text ? text : json(said.body());
        answer.put("responseBody", Map.of("TEXT", Map.of("body", body)));
        response.put("function", event.text("function"));
        response.put("functionResponse", answer);
    }

    private static void operation(EventObject event, BedrockAgentResponse said, Map<String, Object> response) {
        String type = said.contentType();
        String body = said.body() instanceof String text && (type != null || isJson(text)) ? text : json(said.body());
        response.put("apiPath", event.text("apiPath"));
        response.put("httpMethod", event.text("httpMethod"));
        response.put("httpStatusCode", said.status());
        response.put("responseBody", Map.of(type == null ? JSON : type, Map.of("body", body)));
    }

    private static void attributes(
            String name, EventObject event, Map<String, String> changes, Map<String, Object> answer) {
        Map<String, String> attributes = event.texts(name);
        attributes.putAll(changes);
        answer.put(name, attributes);
    }

    private static String json(Object body) {
        return new String(Json.write(body), StandardCharsets.UTF_8);
    }

    private static boolean isJson(String text) {
        try {
            Json.tree(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (JsonException e) {
            return false;
        }
    }
}
