package io.lambdamaven.runtime.socket;

import io.lambdamaven.runtime.event.EventObject;
import org.jspecify.annotations.Nullable;

/**
 * Which API. A custom domain in front of it takes no commands of this kind, so that its own endpoint is used, which is
 * made of the two.
 *
 * @param id that API Gateway gave it
 * @param stage of it
 */
record SocketApi(String id, String stage) {
    /** What the deployer sets: id and stage, with a slash between them. */
    static final String VARIABLE = "LAMBDA_WEBSOCKET_API";

    SocketApi {
        if (!isName(id) || !isName(stage)) {
            throw new IllegalStateException("'" + id + "/" + stage + "' names no stage of a WebSocket API");
        }
    }

    /** That of an event. */
    static SocketApi of(byte[] event) {
        EventObject context = EventObject.of(event).in("requestContext");
        return new SocketApi(context.text("apiId"), context.text("stage"));
    }

    /** @param text what {@value #VARIABLE} holds, or null */
    static SocketApi named(@Nullable String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        if (text == null || slash < 0) {
            throw new IllegalStateException(VARIABLE + " names no WebSocket API whose clients this function could write"
                    + " to: deploy a function of the project with @WebSocketTrigger, and this one again");
        }
        return new SocketApi(text.substring(0, slash), text.substring(slash + 1));
    }

    private static boolean isName(String text) {
        boolean good = !text.isEmpty();
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        }
        return good;
    }
}
