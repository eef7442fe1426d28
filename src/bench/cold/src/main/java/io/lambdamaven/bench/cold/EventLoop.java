package io.lambdamaven.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lambda's Runtime API for one process: as many events to warm it, as many to measure, one after the other. */
final class EventLoop implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Subject subject;
    private final long[] nanos;
    private final CompletableFuture<Void> warmed = new CompletableFuture<>();
    private final CompletableFuture<long[]> measured = new CompletableFuture<>();
    private int count;
    private long sent;

    EventLoop(Subject subject, int events) throws IOException {
        this.subject = subject;
        nanos = new long[events];
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Done when the first half is. */
    CompletableFuture<Void> warmed() {
        return warmed;
    }

    /** How long each of the second half took. */
    CompletableFuture<long[]> measured() {
        return measured;
    }

    void fail(String what) {
        IOException cause = new IOException(what);
        warmed.completeExceptionally(cause);
        measured.completeExceptionally(cause);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String path = exchange.getRequestURI().getPath();
        if (path.equals(ROOT + "invocation/next")) {
            next(exchange);
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/error")) {
            fail(path + ": " + new String(body, StandardCharsets.UTF_8));
        } else if (path.endsWith("/response")) {
            answered(now, body);
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void next(HttpExchange exchange) throws IOException {
        if (count == 2 * nanos.length) {
            // Nobody waits for what comes after.
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", "5f2f7b1c-8a0e-4d53-9c61-" + (100_000_000_000L + count));
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:bench:live");
        byte[] event = subject.event();
        exchange.sendResponseHeaders(200, event.length);
        sent = System.nanoTime();
        exchange.getResponseBody().write(event);
        exchange.close();
    }

    private void answered(long now, byte[] body) throws IOException {
        if (count >= nanos.length) {
            nanos[count - nanos.length] = now - sent;
        }
        if (count == 0 || count == nanos.length) {
            String fault = subject.fault(body);
            if (!fault.isEmpty()) {
                fail(fault);
            }
        }
        count++;
        if (count == nanos.length) {
            warmed.complete(null);
        } else if (count == 2 * nanos.length) {
            measured.complete(nanos);
        }
    }
}
