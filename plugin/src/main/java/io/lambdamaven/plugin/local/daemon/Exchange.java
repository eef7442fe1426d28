package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads bodies and writes answers. */
final class Exchange {
    /** Of what is too large anyway. */
    private static final long DISCARDED = 64L * 1024 * 1024;

    private Exchange() {}

    /** A request whose body is larger than its receiver takes. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static byte[] body(Request request, int limit) throws IOException, TooLarge {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = request.getLength() > limit ? new byte[0] : in.readNBytes(limit + 1);
            if (request.getLength() > limit || body.length > limit) {
                discard(in);
                throw new TooLarge();
            }
            return body;
        }
    }

    /** A client that is still sending when the connection is closed does not get to see the answer. */
    private static void discard(InputStream in) throws IOException {
        long left = DISCARDED;
        long skipped = in.skip(left);
        while (skipped > 0 && left > 0) {
            left -= skipped;
            skipped = in.skip(left);
        }
    }

    static void json(Response response, Callback callback, int status, Json json) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(json.canonicalBytes()), callback);
    }

    static void message(Response response, Callback callback, int status, String message) {
        json(response, callback, status, Json.object().put("message", message).build());
    }

    static void empty(Response response, Callback callback, int status) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    static boolean is(Request request, HttpMethod method) {
        return method.is(request.getMethod());
    }

    static String decoded(String percentEncoded) {
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
