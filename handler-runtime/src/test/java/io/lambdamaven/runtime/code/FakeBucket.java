package io.lambdamaven.runtime.code;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** S3 with one object, as good or as bad as a test wants it. */
final class FakeBucket implements AutoCloseable {
    /** What one request gets. */
    interface Answer {
        void give(HttpExchange exchange, int number) throws IOException;
    }

    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    volatile byte[] object;
    volatile String tag = "\"one\"";
    volatile Answer answer = this::serve;

    FakeBucket(byte[] object) throws IOException {
        this.object = object.clone();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            requests.add(headers);
            paths.add(exchange.getRequestURI().getPath());
            try (exchange) {
                answer.give(exchange, count.incrementAndGet());
            }
        });
        server.start();
    }

    /** The environment of a function whose code is here. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        environment.put(
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.getAddress().getPort());
        environment.put(Source.VARIABLE, "s3://code/lambda-maven/shop/app.jar");
        environment.put(Application.HANDLER, "com.example.Greeter");
        return environment;
    }

    /** As S3 does. */
    void serve(HttpExchange exchange, int number) throws IOException {
        serve(exchange, exchange.getRequestHeaders().getFirst("Range"));
    }

    void serve(HttpExchange exchange, String range) throws IOException {
        serve(exchange, range, exchange.getRequestHeaders().getFirst("If-Match"));
    }

    void serve(HttpExchange exchange, String range, String wanted) throws IOException {
        byte[] bytes = object;
        if (wanted != null && !wanted.equals(tag)) {
            refuse(exchange, 412, "PreconditionFailed");
            return;
        }
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        int from = Integer.parseInt(ends[0]);
        int to = Math.min(bytes.length, Integer.parseInt(ends[1]) + 1);
        if (from >= bytes.length) {
            refuse(exchange, 416, "InvalidRange");
            return;
        }
        head(exchange, from, to, bytes.length);
        exchange.sendResponseHeaders(206, to - from);
        exchange.getResponseBody().write(bytes, from, to - from);
    }

    /** Says that it gives all, and gives half. */
    void cut(HttpExchange exchange, int number) throws IOException {
        int size = 8 << 20;
        head(exchange, 0, size, object.length);
        exchange.sendResponseHeaders(206, size);
        OutputStream out = exchange.getResponseBody();
        out.write(object, 0, size / 2);
        out.flush();
        // Closing the exchange now ends the connection.
    }

    void head(HttpExchange exchange, int from, int to, long size) {
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size);
    }

    static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("<Error><Code>" + code + "</Code><Message>Because of " + code + "</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
