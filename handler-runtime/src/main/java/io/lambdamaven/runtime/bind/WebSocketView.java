package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.WebSocketEvent;
import io.lambdamaven.runtime.event.EventObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Sees an event of a WebSocket API; the message is the payload, and the text. */
public final class WebSocketView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public WebSocketView(byte[] event) {
        super("the body", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return type == WebSocketEvent.class ? event(fields()) : null;
    }

    @Override
    byte[] text() {
        return payload();
    }

    @Override
    byte[] payload() {
        String body = body(fields());
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    private static WebSocketEvent event(EventObject event) {
        EventObject context = event.in("requestContext");
        return new WebSocketEvent(
                context.text("connectionId"),
                context.text("routeKey"),
                context.text("eventType"),
                context.text("domainName"),
                context.text("stage"),
                context.text("apiId"),
                context.text("requestId"),
                context.textOrNull("messageId"),
                context.in("identity").text("sourceIp"),
                context.number("connectedAt"),
                event.texts("headers"),
                event.texts("queryStringParameters"),
                context.map("authorizer"),
                body(event));
    }

    private static @Nullable String body(EventObject event) {
        String body = event.textOrNull("body");
        if (body == null || !Boolean.TRUE.equals(event.value("isBase64Encoded"))) {
            return body;
        }
        try {
            return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BindException("the body is not base64, as it is said to be", e);
        }
    }
}
