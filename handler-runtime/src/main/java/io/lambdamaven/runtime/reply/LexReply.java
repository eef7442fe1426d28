package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.LexResponse;
import io.lambdamaven.api.LexResponse.Action;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is to do next, as its version of Lex takes it.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html">Lex V2</a>
 * @see <a href="https://docs.aws.amazon.com/lex/latest/dg/lambda-input-response-format.html">Lex V1</a>
 */
public final class LexReply {
    private LexReply() {}

    /**
     * Writes the answer.
     *
     * @param first whether the event is of version 1
     * @param event the event
     * @param result what the method returned
     * @return the answer
     * @throws IllegalStateException if it returned nothing, or what this version does not take
     */
    public static byte[] write(boolean first, EventObject event, @Nullable Object result) {
        if (result == null) {
            throw new IllegalStateException("the Lex handler returned null: LexResponse.delegate() leaves it to Lex");
        } else if (result instanceof LexResponse response) {
            return Json.write(first ? one(event, response) : two(event, response));
        }
        return Json.write(result);
    }

    private static Map<String, Object> two(EventObject event, LexResponse response) {
        EventObject came = event.in("sessionState");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("sessionAttributes", changed(came.texts("sessionAttributes"), response.sessionAttributes()));
        if (came.has("activeContexts")) {
            state.put("activeContexts", came.list("activeContexts"));
        }
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", response.action().word());
        if (response.slotToElicit() != null) {
            action.put("slotToElicit", response.slotToElicit());
        }
        state.put("dialogAction", action);
        if (response.action() != Action.ELICIT_INTENT) {
            state.put("intent", intent(came.in("intent"), response));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sessionState", state);
        if (!response.messages().isEmpty()) {
            answer.put("messages", messages(response));
        }
        if (event.has("requestAttributes")) {
            answer.put("requestAttributes", event.map("requestAttributes"));
        }
        return answer;
    }

    private static Map<String, Object> intent(EventObject came, LexResponse response) {
        String other = response.intent();
        Map<String, Object> slots = new LinkedHashMap<>(other == null ? came.map("slots") : Map.of());
        for (Map.Entry<String, String> slot : response.slots().entrySet()) {
            put(slots, slot.getKey(), slot.getValue() == null ? null : slot(slot.getValue()));
        }
        Map<String, Object> intent = new LinkedHashMap<>();
        intent.put("name", other == null ? came.text("name") : other);
        intent.put("slots", slots);
        if (response.action() == Action.CLOSE) {
            intent.put("state", response.fulfilled() ? "Fulfilled" : "Failed");
        } else if (other == null && came.has("state")) {
            intent.put("state", came.text("state"));
        }
        if (other == null && came.has("confirmationState")) {
            intent.put("confirmationState", came.text("confirmationState"));
        }
        return intent;
    }

    private static Map<String, Object> slot(String text) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("originalValue", text);
        value.put("interpretedValue", text);
        value.put("resolvedValues", List.of(text));
        Map<String, Object> slot = new LinkedHashMap<>();
        slot.put("shape", "Scalar");
        slot.put("value", value);
        return slot;
    }

    private static Map<String, Object> one(EventObject event, LexResponse response) {
        EventObject came = event.in("currentIntent");
        Action type = response.action();
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", type.word());
        if (type == Action.CLOSE) {
            action.put("fulfillmentState", response.fulfilled() ? "Fulfilled" : "Failed");
        } else if (type != Action.ELICIT_INTENT) {
            Map<String, Object> slots = new LinkedHashMap<>(response.intent() == null ? came.map("slots") : Map.of());
            slots.putAll(response.slots());
            action.put("slots", slots);
        }
        if (type == Action.ELICIT_SLOT || type == Action.CONFIRM_INTENT) {
            action.put("intentName", response.intent() == null ? came.text("name") : response.intent());
        }
        if (response.slotToElicit() != null) {
            action.put("slotToElicit", response.slotToElicit());
        }
        if (response.messages().size() > 1
                || (type == Action.DELEGATE && !response.messages().isEmpty())) {
            throw new IllegalStateException("Lex V1 takes one message, and none with Delegate");
        } else if (!response.messages().isEmpty()) {
            action.put("message", messages(response).get(0));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sessionAttributes", changed(event.texts("sessionAttributes"), response.sessionAttributes()));
        answer.put("dialogAction", action);
        return answer;
    }

    private static List<Object> messages(LexResponse response) {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < response.messages().size(); i++) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("contentType", response.messages().get(i).contentType());
            message.put("content", response.messages().get(i).content());
            messages.add(message);
        }
        return messages;
    }

    private static Map<String, String> changed(Map<String, String> came, Map<String, String> changes) {
        Map<String, String> attributes = new LinkedHashMap<>(came);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (change.getValue() == null) {
                attributes.remove(change.getKey());
            } else {
                attributes.put(change.getKey(), change.getValue());
            }
        }
        return attributes;
    }

    @SuppressWarnings("NullAway") // an emptied slot is there, as null
    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }
}
