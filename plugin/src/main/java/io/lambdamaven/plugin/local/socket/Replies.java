package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers. */
final class Replies {
    private Replies() {}

    static void json(Response response, Callback callback, int status, Json json) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/json");
        response.write(true, ByteBuffer.wrap(json.canonicalBytes()), callback);
    }

    static void empty(Response response, Callback callback, int status) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    static void message(Response response, Callback callback, int status, String message) {
        json(response, callback, status, Json.object().put("message", message).build());
    }

    static void fault(Response response, Callback callback, int status, String type, String message) {
        response.getHeaders().put(new HttpField("x-amzn-ErrorType", type));
        message(response, callback, status, message);
    }
}
