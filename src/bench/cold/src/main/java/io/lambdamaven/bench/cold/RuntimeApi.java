package io.lambdamaven.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Lambda's Runtime API for one process: hands out one event and notes when it was asked and when it was answered. */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String REQUEST = "5f2f7b1c-8a0e-4d53-9c61-0b1a2c3d4e5f";

    /** What happened, in nanoseconds of this process's clock. */
    record Answer(long asked, long sent, long answered, byte[] body) {}

    private final HttpServer server;
    private final byte[] event;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private long asked;
    private long sent;

    RuntimeApi(byte[] event) throws IOException {
        this.event = event;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Fails with an {@link IOException} if the function could not start or answered with an error. */
    CompletableFuture<Answer> answer() {
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String path = exchange.getRequestURI().getPath();
        if (path.equals(ROOT + "invocation/next") && asked == 0) {
            asked = now;
            invoke(exchange);
        } else if (path.equals(ROOT + "invocation/" + REQUEST + "/response")) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            answer.complete(new Answer(asked, sent, System.nanoTime(), body));
            // No word back: the process is ended while it waits, so that nothing after its answer is measured.
        } else if (path.endsWith("/error")) {
            String error = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer.completeExceptionally(new IOException(path + ": " + error));
        }
    }

    private void invoke(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", REQUEST);
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:bench:live");
        headers.set(
                "Lambda-Runtime-Trace-Id",
                "Root=1-6740a8f3-5c1d2e3f4a5b6c7d8e9f0a1b;Parent=3a4b5c6d7e8f9012;Sampled=0");
        sent = System.nanoTime();
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        exchange.close();
    }
}
