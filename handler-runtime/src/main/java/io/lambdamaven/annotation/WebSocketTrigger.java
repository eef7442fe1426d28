package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method for a route of an API Gateway WebSocket API.
 *
 * <p>The method takes {@code WebSocketEvent}, {@code String} (the message), a record or class of the project (the
 * message, read as JSON), AWS's {@code APIGatewayV2WebSocketEvent}, or the raw event as {@code InputStream}, {@code
 * byte[]}, {@code JsonNode} or {@code Map<String, Object>}. On {@code $connect} a status of 400 or more, or an
 * exception, refuses the connection; elsewhere what the method returns reaches the client only if the route has a
 * response. API Gateway waits 29 seconds. To other clients, or later, {@code io.lambdamaven.api.Connections} writes,
 * which the method may take as well.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-develop-routes.html">AWS:
 *     routes of WebSocket APIs</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(WebSocketTriggers.class)
public @interface WebSocketTrigger {
    /**
     * The route key: {@code $connect}, {@code $disconnect}, {@code $default}, which takes what no other route does, or
     * a key of your own.
     *
     * @return the route key
     */
    String value();
}
