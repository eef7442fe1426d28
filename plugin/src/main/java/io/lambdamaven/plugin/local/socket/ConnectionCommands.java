package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * What a function may do with a connection. Requests have to be signed, as API Gateway wants it; by whom is not looked
 * at.
 */
final class ConnectionCommands {
    static final String ROOT = "/@connections/";
    private static final int LONGEST_MESSAGE = 128 * 1024;

    private final SocketTraffic traffic;

    ConnectionCommands(SocketTraffic traffic) {
        this.traffic = traffic;
    }

    void handle(String connectionId, Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        if (!Optional.ofNullable(request.getHeaders().get("Authorization"))
                .orElse("")
                .startsWith("AWS4-HMAC-SHA256 ")) {
            Replies.fault(
                    response, callback, 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
            return;
        }
        SocketConnection connection = traffic.find(connectionId);
        if (connection == null) {
            gone(response, callback);
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> Replies.json(response, callback, 200, describe(connection));
            case "DELETE" -> {
                connection.close(StatusCode.NORMAL, "Connection closed by the server");
                Replies.empty(response, callback, 204);
            }
            case "POST" -> post(connection, message(request), response, callback);
            default -> Replies.fault(response, callback, 405, "MethodNotAllowedException", "Method Not Allowed");
        }
    }

    private static void post(
            SocketConnection connection, @Nullable String message, Response response, Callback callback)
            throws InterruptedException {
        if (message == null) {
            Replies.fault(response, callback, 413, "PayloadTooLargeException", "Message too long");
        } else if (connection.send(message)) {
            Replies.empty(response, callback, 200);
        } else {
            gone(response, callback);
        }
    }

    /** Null if it is longer than API Gateway passes on. */
    private static @Nullable String message(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(LONGEST_MESSAGE + 1);
            return body.length > LONGEST_MESSAGE ? null : new String(body, StandardCharsets.UTF_8);
        }
    }

    private static Json describe(SocketConnection connection) {
        return Json.object()
                .put("connectedAt", connection.client().connectedAt().toString())
                .put("identity", connection.client().identity())
                .put("lastActiveAt", connection.lastActive().toString())
                .build();
    }

    private static void gone(Response response, Callback callback) {
        Replies.fault(response, callback, 410, "GoneException", "Gone");
    }
}
