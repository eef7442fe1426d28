package io.lambdamaven.api;

import java.util.List;
import java.util.Map;

/**
 * What an authorizer is asked, the same for every API that asks. What an API does not say is empty.
 *
 * @param source which of the APIs asks
 * @param token the token, or the first of the identity sources
 * @param identitySources their values, in the order the authorizer names them
 * @param resourceArn what is asked for: the method's or route's ARN; empty for AppSync
 * @param method of the request, in upper case
 * @param path of the request
 * @param routeKey of an HTTP or WebSocket API, such as {@code GET /orders} or {@code $connect}
 * @param headers names in any letter case; of repeated ones what the API hands on
 * @param query the query's parameters
 * @param cookies {@code name=value} each; of HTTP APIs only
 * @param pathParams what the API's own template found in the path
 * @param stageVariables the stage's
 * @param sourceIp the caller's address
 * @param context the event's {@code requestContext}: for AppSync with {@code operationName}, {@code queryString} and
 *     {@code variables}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html">
 *     AWS: input to an API Gateway Lambda authorizer</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">AWS: HTTP
 *     APIs</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html">AWS: AppSync</a>
 */
public record AuthorizerRequest(
        Source source,
        String token,
        List<String> identitySources,
        String resourceArn,
        String method,
        String path,
        String routeKey,
        Map<String, String> headers,
        Map<String, String> query,
        List<String> cookies,
        Map<String, String> pathParams,
        Map<String, String> stageVariables,
        String sourceIp,
        Map<String, Object> context) {
    /** Copies lists and maps. */
    public AuthorizerRequest {
        identitySources = Copies.of(identitySources);
        headers = Copies.anyCase(headers);
        query = Copies.of(query);
        cookies = Copies.of(cookies);
        pathParams = Copies.of(pathParams);
        stageVariables = Copies.of(stageVariables);
        context = Copies.of(context);
    }

    /** Which kind of API asks. */
    public enum Source {
        /** A REST API, with a token alone. */
        REST_TOKEN,
        /** A REST API, with the whole request; an HTTP API with payload format 1.0 too. */
        REST_REQUEST,
        /** An HTTP API, payload format 2.0. */
        HTTP_API,
        /** A WebSocket API, on {@code $connect}. */
        WEBSOCKET,
        /** An AppSync API. */
        APPSYNC
    }

    /** Leaves out what proves the caller's identity, so that it does not get into a log. */
    @Override
    public String toString() {
        return "AuthorizerRequest[source=" + source + ", resourceArn=" + resourceArn + ", method=" + method + ", path="
                + path + ", routeKey=" + routeKey + ", sourceIp=" + sourceIp + "]";
    }
}
