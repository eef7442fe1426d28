package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.BedrockAgentResponse;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.event.Mark;
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
     * @param event the event, as it was recognised
     * @param result what the method returned
     * @return the answer
     */
    public static byte[] write(Event event, @Nullable Object result) {
        BedrockAgentResponse said = result instanceof BedrockAgentResponse response
                ? response
                : BedrockAgentResponse.of(result == null ? "" : result);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("actionGroup", event.value(Mark.ACTION_GROUP));
        if (event.isText(Mark.FUNCTION)) {
            function(event, said, response);
        } else {
            operation(event, said, response);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        String version = event.value(Mark.MESSAGE_VERSION);
        answer.put("messageVersion", version.isEmpty() ? "1.0" : version);
        answer.put("response", response);
        answer.put("sessionAttributes", attributes(event.json(Mark.SESSION_ATTRIBUTES), said.sessionAttributes()));
        answer.put(
                "promptSessionAttributes",
                attributes(event.json(Mark.PROMPT_SESSION_ATTRIBUTES), said.promptSessionAttributes()));
        return Json.write(answer);
    }

    private static void function(Event event, BedrockAgentResponse said, Map<String, Object> response) {
        Map<String, Object> answer = new LinkedHashMap<>();
        BedrockAgentResponse.State state = said.state();
        if (state != null) {
            answer.put("responseState", state.name());
        }
        String body = said.body() instanceof String text ? text : json(said.body());
        answer.put("responseBody", Map.of("TEXT", Map.of("body", body)));
        response.put("function", event.value(Mark.FUNCTION));
        response.put("functionResponse", answer);
    }

    private static void operation(Event event, BedrockAgentResponse said, Map<String, Object> response) {
        String type = said.contentType();
        String body = said.body() instanceof String text && (type != null || isJson(text)) ? text : json(said.body());
        response.put("apiPath", event.value(Mark.API_PATH));
        response.put("httpMethod", event.value(Mark.HTTP_METHOD));
        response.put("httpStatusCode", said.status());
        response.put("responseBody", Map.of(type == null ? JSON : type, Map.of("body", body)));
    }

    private static Map<String, String> attributes(byte @Nullable [] came, Map<String, String> changes) {
        Map<String, String> attributes =
                came == null ? new LinkedHashMap<>() : EventObject.of(came).texts();
        attributes.putAll(changes);
        return attributes;
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
