package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.AuthorizerRequest;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.EventObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sees an authorizer's event. */
public final class AuthorizerView extends View {
    private final EventKind kind;

    /**
     * Sees an event.
     *
     * @param kind which authorizer
     * @param event the event
     */
    public AuthorizerView(EventKind kind, byte[] event) {
        super("the event", event);
        this.kind = kind;
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return type == AuthorizerRequest.class ? request() : null;
    }

    private AuthorizerRequest request() {
        EventObject event = fields();
        EventObject context = event.in("requestContext");
        EventObject http = context.in("http");
        List<String> sources = event.textList("identitySource");
        String token = event.text("authorizationToken");
        String sourceIp = http.text("sourceIp");
        return new AuthorizerRequest(
                source(context),
                token.isEmpty() && !sources.isEmpty() ? sources.get(0) : token,
                sources,
                first(event.text("routeArn"), event.text("methodArn")),
                first(http.text("method"), event.text("httpMethod")).toUpperCase(Locale.ROOT),
                first(event.text("rawPath"), event.text("path")),
                first(event.text("routeKey"), context.text("routeKey")),
                event.texts("headers"),
                event.texts("queryStringParameters"),
                event.textList("cookies"),
                event.texts("pathParameters"),
                event.texts("stageVariables"),
                first(sourceIp, context.in("identity").text("sourceIp")),
                context.tree());
    }

    private AuthorizerRequest.Source source(EventObject context) {
        return switch (kind) {
            case AUTHORIZER_TOKEN -> AuthorizerRequest.Source.REST_TOKEN;
            case AUTHORIZER_V2 -> AuthorizerRequest.Source.HTTP_API;
            case APPSYNC_AUTHORIZER -> AuthorizerRequest.Source.APPSYNC;
            default ->
                context.has("connectionId")
                        ? AuthorizerRequest.Source.WEBSOCKET
                        : AuthorizerRequest.Source.REST_REQUEST;
        };
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
