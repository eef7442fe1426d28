package io.lambdamaven.annotation;

/** Who asks an authorizer. */
public enum AuthorizerType {
    /** An HTTP API, payload 2.0. */
    HTTP_API,
    /** A REST API, by the token of one header. */
    REST_TOKEN,
    /** A REST API, by the whole request. */
    REST_REQUEST,
    /** A WebSocket API, when a client connects. */
    WEBSOCKET,
    /** An AppSync API. */
    APPSYNC
}
