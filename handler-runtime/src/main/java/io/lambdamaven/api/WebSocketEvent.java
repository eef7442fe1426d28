package io.lambdamaven.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a WebSocket API's client, or that the client came or went.
 *
 * @param connectionId where answers and later messages go
 * @param routeKey such as {@code $connect}, {@code $default} or the project's own
 * @param eventType {@code CONNECT}, {@code MESSAGE} or {@code DISCONNECT}
 * @param domainName the API's
 * @param stage the API's
 * @param apiId the API's
 * @param requestId of this event
 * @param messageId of a message, else null
 * @param sourceIp the client's address
 * @param connectedAt milliseconds since 1970 when the client came
 * @param headers names in any letter case; API Gateway has them on {@code $connect}
 * @param query the query's parameters, on {@code $connect}
 * @param authorizer what the authorizer said of the client
 * @param body of a message, as text; null if there is none
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html">AWS:
 *     WebSocket APIs</a>
 */
public record WebSocketEvent(
        String connectionId,
        String routeKey,
        String eventType,
        String domainName,
        String stage,
        String apiId,
        String requestId,
        @Nullable String messageId,
        String sourceIp,
        long connectedAt,
        Map<String, String> headers,
        Map<String, String> query,
        Map<String, Object> authorizer,
        @Nullable String body) {
    /** Copies the maps. */
    public WebSocketEvent {
        headers = Copies.anyCase(headers);
        query = Copies.of(query);
        authorizer = Copies.of(authorizer);
    }

    /**
     * Where messages to connected clients are posted, as {@code endpoint + "/@connections/" + connectionId}, by whoever
     * has no {@link Connections}.
     *
     * @return an URL without a slash at its end; of the API's own domain with the stage, of a custom one without
     */
    public String endpoint() {
        boolean own = domainName.contains(".execute-api.");
        return "https://" + domainName + (own ? "/" + stage : "");
    }
}
