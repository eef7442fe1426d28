package io.lambdamaven.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Bedrock agent is told of an action. Immutable; each method gives a changed copy. Session attributes stay as
 * they came where nothing is said of them.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html">AWS: Lambda functions of
 *     action groups</a>
 */
public final class BedrockAgentResponse {
    private final Object body;
    private final int status;
    private final @Nullable String contentType;
    private final @Nullable State state;
    private final Map<String, String> sessionAttributes;
    private final Map<String, String> promptSessionAttributes;

    private BedrockAgentResponse(
            Object body,
            int status,
            @Nullable String contentType,
            @Nullable State state,
            Map<String, String> sessionAttributes,
            Map<String, String> promptSessionAttributes) {
        this.body = body;
        this.status = status;
        this.contentType = contentType;
        this.state = state;
        this.sessionAttributes = Copies.of(sessionAttributes);
        this.promptSessionAttributes = Copies.of(promptSessionAttributes);
    }

    /** What becomes of a function that could not do its work. */
    public enum State {
        /** The agent's session fails. */
        FAILURE,
        /** The model is prompted again with the answer. */
        REPROMPT
    }

    /**
     * An answer.
     *
     * @param body a string as it is, anything else as JSON
     * @return with status 200
     */
    public static BedrockAgentResponse of(Object body) {
        return new BedrockAgentResponse(body, 200, null, null, Map.of(), Map.of());
    }

    /**
     * Sets the status, of operations of an API schema.
     *
     * @param code such as 404
     * @return with it
     */
    public BedrockAgentResponse status(int code) {
        return new BedrockAgentResponse(body, code, contentType, state, sessionAttributes, promptSessionAttributes);
    }

    /**
     * Sets the body's type, of operations of an API schema.
     *
     * @param type as the schema has it; {@code application/json} if unsaid
     * @return with it
     */
    public BedrockAgentResponse contentType(String type) {
        return new BedrockAgentResponse(body, status, type, state, sessionAttributes, promptSessionAttributes);
    }

    /**
     * Says that the function could not do its work.
     *
     * @param failed what becomes of it
     * @return with it
     */
    public BedrockAgentResponse state(State failed) {
        return new BedrockAgentResponse(body, status, contentType, failed, sessionAttributes, promptSessionAttributes);
    }

    /**
     * Keeps something during the session.
     *
     * @param name the attribute
     * @param value its value
     * @return with it
     */
    public BedrockAgentResponse sessionAttribute(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(sessionAttributes);
        more.put(name, value);
        return new BedrockAgentResponse(body, status, contentType, state, more, promptSessionAttributes);
    }

    /**
     * Keeps something during the turn.
     *
     * @param name the attribute
     * @param value its value
     * @return with it
     */
    public BedrockAgentResponse promptSessionAttribute(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(promptSessionAttributes);
        more.put(name, value);
        return new BedrockAgentResponse(body, status, contentType, state, sessionAttributes, more);
    }

    /**
     * The answer.
     *
     * @return a string as it is, anything else as JSON
     */
    public Object body() {
        return body;
    }

    /**
     * The status.
     *
     * @return of operations of an API schema
     */
    public int status() {
        return status;
    }

    /**
     * The body's type.
     *
     * @return null if unsaid
     */
    public @Nullable String contentType() {
        return contentType;
    }

    /**
     * What becomes of a function that could not do its work.
     *
     * @return null if it could
     */
    public @Nullable State state() {
        return state;
    }

    /**
     * Changed session attributes.
     *
     * @return unmodifiable
     */
    public Map<String, String> sessionAttributes() {
        return sessionAttributes;
    }

    /**
     * Changed attributes of the turn.
     *
     * @return unmodifiable
     */
    public Map<String, String> promptSessionAttributes() {
        return promptSessionAttributes;
    }
}
