package io.lambdamaven.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a Cognito user pool asks or tells. A method changes {@link #response()}; all else is sent back as it came.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">AWS:
 *     Lambda triggers of user pools</a>
 */
public final class CognitoTriggerEvent {
    private final Map<String, Object> event;
    private final Map<String, Object> request;
    private final Map<String, Object> response;

    /**
     * Of an event.
     *
     * @param event as Cognito sends it
     */
    public CognitoTriggerEvent(Map<String, Object> event) {
        this.event = Copies.of(event);
        this.request = Copies.of(objectIn(event, "request"));
        this.response = new LinkedHashMap<>(objectIn(event, "response"));
    }

    /**
     * Why Cognito calls.
     *
     * @return such as {@code PreSignUp_AdminCreateUser}
     */
    public String triggerSource() {
        return textIn(event, "triggerSource");
    }

    /**
     * The user pool.
     *
     * @return its id
     */
    public String userPoolId() {
        return textIn(event, "userPoolId");
    }

    /**
     * The user.
     *
     * @return the name in the pool
     */
    public String userName() {
        return textIn(event, "userName");
    }

    /**
     * The application that the user is in.
     *
     * @return its client id
     */
    public String clientId() {
        return textIn(objectIn(event, "callerContext"), "clientId");
    }

    /**
     * What the pool knows of the user.
     *
     * @return such as {@code email}; unmodifiable
     */
    public Map<String, String> userAttributes() {
        return texts("userAttributes");
    }

    /**
     * What the application handed over for this call.
     *
     * @return empty for most; unmodifiable
     */
    public Map<String, String> clientMetadata() {
        return texts("clientMetadata");
    }

    /**
     * All that is asked.
     *
     * @return the event's {@code request}; unmodifiable
     */
    public Map<String, Object> request() {
        return request;
    }

    /**
     * What is answered.
     *
     * @return the event's {@code response}, to be changed
     */
    public Map<String, Object> response() {
        return response;
    }

    /**
     * Answers something.
     *
     * @param name such as {@code autoConfirmUser}
     * @param value a string, number, boolean, list or map
     * @return this
     */
    public CognitoTriggerEvent respond(String name, Object value) {
        response.put(name, value);
        return this;
    }

    /**
     * The whole event.
     *
     * @return as it came; unmodifiable
     */
    public Map<String, Object> event() {
        return event;
    }

    private Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : objectIn(request, name).entrySet()) {
            if (entry.getValue() != null) {
                texts.put(entry.getKey(), String.valueOf(entry.getValue()));
            }
        }
        return Copies.of(texts);
    }

    @SuppressWarnings("unchecked") // the keys of JSON are strings
    private static Map<String, Object> objectIn(Map<String, Object> map, String name) {
        return map.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
    }

    private static String textIn(Map<String, Object> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}
