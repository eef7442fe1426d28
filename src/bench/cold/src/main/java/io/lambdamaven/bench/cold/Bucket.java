package io.lambdamaven.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** S3 with one object, on the loopback: the application of a slim function. */
final class Bucket implements AutoCloseable {
    private final byte[] object;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Bucket(Path file) throws IOException {
        object = Files.readAllBytes(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The application that stands beside a jar, or null. */
    static Bucket beside(Path jar) throws IOException {
        Path file = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "-application.jar"));
        return Files.exists(file) ? new Bucket(file) : null;
    }

    void variables(String handler, Map<String, String> variables) {
        variables.put("AWS_ACCESS_KEY_ID", "bench");
        variables.put("AWS_SECRET_ACCESS_KEY", "bench");
        variables.put(
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.getAddress().getPort());
        variables.put("LAMBDA_MAVEN__APPLICATION", "s3://bench/application.jar");
        variables.put("LAMBDA_MAVEN__HANDLER", handler);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] range = exchange.getRequestHeaders()
                    .getFirst("Range")
                    .substring("bytes=".length())
                    .split("-");
            int from = Integer.parseInt(range[0]);
            int to = Math.min(object.length, Integer.parseInt(range[1]) + 1);
            exchange.getResponseHeaders().set("ETag", "\"bench\"");
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + object.length);
            exchange.sendResponseHeaders(206, to - from);
            exchange.getResponseBody().write(object, from, to - from);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
