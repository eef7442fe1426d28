package io.lambdamaven.api;

import java.util.Map;

/**
 * What a Lex bot asks, the same for both versions of Lex.
 *
 * @param version {@code 2} or {@code 1}
 * @param bot the bot's name
 * @param botAlias the alias's name
 * @param locale such as {@code en_US}; empty in version 1
 * @param sessionId the session; in version 1 the user's id
 * @param source {@code DialogCodeHook} or {@code FulfillmentCodeHook}
 * @param intent the intent's name
 * @param confirmation {@code None}, {@code Confirmed} or {@code Denied}
 * @param slots their interpreted values, null for those that are not filled
 * @param transcript what the user said
 * @param sessionAttributes kept during the session
 * @param requestAttributes of this request
 * @param event the whole event
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html">AWS: Lex V2</a>
 * @see <a href="https://docs.aws.amazon.com/lex/latest/dg/lambda-input-response-format.html">AWS: Lex V1</a>
 */
public record LexRequest(
        int version,
        String bot,
        String botAlias,
        String locale,
        String sessionId,
        String source,
        String intent,
        String confirmation,
        Map<String, String> slots,
        String transcript,
        Map<String, String> sessionAttributes,
        Map<String, String> requestAttributes,
        Map<String, Object> event) {
    /** Copies the maps. */
    public LexRequest {
        slots = Copies.of(slots);
        sessionAttributes = Copies.of(sessionAttributes);
        requestAttributes = Copies.of(requestAttributes);
        event = Copies.of(event);
    }
}
