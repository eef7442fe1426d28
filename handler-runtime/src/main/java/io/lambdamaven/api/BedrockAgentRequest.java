package io.lambdamaven.api;

import java.util.Map;

/**
 * An action that a Bedrock agent wants done. Of the two ways to describe actions, functions and API schemas, what the
 * other one has is empty.
 *
 * @param actionGroup the action group
 * @param function the function's name
 * @param apiPath the operation's path, as the schema has it
 * @param method the operation's HTTP method
 * @param parameters of function or operation, each as its type says: strings, numbers, booleans, lists, maps
 * @param properties of the request body, likewise
 * @param inputText what the user said
 * @param sessionId the session
 * @param agent {@code name}, {@code id}, {@code alias} and {@code version}
 * @param sessionAttributes kept during the session
 * @param promptSessionAttributes kept during the turn
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html">AWS: Lambda functions of
 *     action groups</a>
 */
public record BedrockAgentRequest(
        String actionGroup,
        String function,
        String apiPath,
        String method,
        Map<String, Object> parameters,
        Map<String, Object> properties,
        String inputText,
        String sessionId,
        Map<String, String> agent,
        Map<String, String> sessionAttributes,
        Map<String, String> promptSessionAttributes) {
    /** Copies the maps. */
    public BedrockAgentRequest {
        parameters = Copies.of(parameters);
        properties = Copies.of(properties);
        agent = Copies.of(agent);
        sessionAttributes = Copies.of(sessionAttributes);
        promptSessionAttributes = Copies.of(promptSessionAttributes);
    }
}
