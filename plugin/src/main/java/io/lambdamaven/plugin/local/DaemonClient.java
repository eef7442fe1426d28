package io.lambdamaven.plugin.local;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Talks to a running daemon. */
final class DaemonClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final DaemonInfo info;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    DaemonClient(DaemonInfo info) {
        this.info = info;
    }

    DaemonInfo info() {
        return info;
    }

    /** Whether it is there and knows the token; another process may have its port by now. */
    boolean isAlive() {
        try {
            return send(control("GET", "state", null).timeout(CONNECT).build()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    Json get(String what) {
        return Json.parse(checked(send(control("GET", what, null).build())).body());
    }

    void change(String method, String what, @Nullable Json body) {
        checked(send(control(method, what, body).build()));
    }

    HttpResponse<byte[]> invoke(String path, byte[] payload) {
        // The function's own timeout ends it, after 15 minutes at most.
        return send(HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofByteArray(payload))
                .header("X-Amz-Log-Type", "Tail")
                .build());
    }

    /** Asks the Lambda API for something of a function. */
    HttpResponse<byte[]> ask(String path) {
        return send(HttpRequest.newBuilder(uri(path)).timeout(ANSWER).build());
    }

    private HttpRequest.Builder control(String method, String what, @Nullable Json body) {
        return HttpRequest.newBuilder(uri("/_lambda/" + what))
                .timeout(ANSWER)
                .header(DaemonInfo.TOKEN_HEADER, info.token())
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.canonicalBytes()));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + info.port() + path);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while the local Lambda worked"));
        } catch (IOException e) {
            throw new UncheckedIOException("The local Lambda at port " + info.port() + " does not answer: " + e, e);
        }
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) {
            throw refused(response);
        }
        return response;
    }

    static UserFault refused(HttpResponse<byte[]> response) {
        return new UserFault(
                Problem.LM405,
                Place.of("local Lambda"),
                "It answers " + response.statusCode() + ": " + message(response.body()),
                "Correct what it names and deploy again; more is in its daemon.log.");
    }

    private static String message(byte[] body) {
        try {
            JsonObject json = Json.parse(body).asObject();
            return json.text("message", json.text("Message", json.canonical()));
        } catch (JsonException e) {
            return body.length == 0 ? "nothing" : "something that is no JSON";
        }
    }
}
