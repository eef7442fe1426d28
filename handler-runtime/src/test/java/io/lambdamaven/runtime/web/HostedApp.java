package io.lambdamaven.runtime.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** An application as somebody may have it: the JDK's server, a port that it is told, and no knowledge of Lambda. */
final class HostedApp {
    static volatile HttpServer server;

    private HostedApp() {}

    static void main(String[] args) throws IOException {
        int port = Integer.getInteger("server.port", 8080);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", HostedApp::answer);
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "application-worker");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.startsWith("/status/")) {
            int status = Integer.parseInt(path.substring(8));
            byte[] text = status == 204 || status == 304 ? new byte[0] : path.getBytes(StandardCharsets.UTF_8);
            send(exchange, status, "text/plain", text);
            return;
        }
        switch (path) {
            case "/hang" -> hang();
            case "/chunked" -> chunked(exchange, "text/plain", "chunk ".getBytes(StandardCharsets.UTF_8));
            case "/chunked/binary" -> chunked(exchange, "application/x-own", new byte[] {0, -1, 13, 10});
            case "/cookies" -> {
                exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1; Path=/", "b=2; HttpOnly", "c=3,4"));
                send(exchange, 200, "text/plain", "cookies".getBytes(StandardCharsets.UTF_8));
            }
            case "/multi" -> {
                exchange.getResponseHeaders().put("Vary", List.of("A", "B"));
                exchange.getResponseHeaders().put("X-Hop", List.of("1"));
                exchange.getResponseHeaders().put("Connection", List.of("X-Hop"));
                send(exchange, 200, "text/plain", "multi".getBytes(StandardCharsets.UTF_8));
            }
            case "/binary" -> send(exchange, 200, "application/octet-stream", bytes(300));
            case "/png" -> send(exchange, 200, "image/png", bytes(256));
            case "/latin" -> send(exchange, 200, "text/plain; charset=ISO-8859-1", new byte[] {(byte) 0xe4, 'x'});
            case "/gzip" -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, "text/plain", gzip("zipped"));
            }
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", "/a%2Fb?c=d&e");
                send(exchange, 302, "text/html", new byte[0]);
            }
            case "/notype" -> send(exchange, 200, null, "no type".getBytes(StandardCharsets.UTF_8));
            case "/empty" -> send(exchange, 200, null, new byte[0]);
            case "/json" -> send(exchange, 200, "application/json", "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8));
            case "/range" -> range(exchange, bytes(1000));
            case "/svg" -> send(exchange, 200, "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8));
            case "/etag" -> {
                exchange.getResponseHeaders().set("ETag", "\"v1\"");
                send(exchange, 200, "text/plain", "tagged".getBytes(StandardCharsets.UTF_8));
            }
            case "/large" -> {
                int size = Integer.parseInt(exchange.getRequestURI().getQuery().replace("=", ""));
                send(exchange, 200, "application/octet-stream", new byte[size]);
            }
            default -> send(exchange, 200, "text/plain; charset=utf-8", echo(exchange, body));
        }
    }

    /** One range, as the request has it, of something with a tag. */
    private static void range(HttpExchange exchange, byte[] all) throws IOException {
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        if (range == null || range.indexOf(',') >= 0 || (condition != null && !condition.equals("\"v1\""))) {
            send(exchange, 200, "application/octet-stream", all);
            return;
        }
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        int from = ends[0].isEmpty() ? all.length - Integer.parseInt(ends[1]) : Integer.parseInt(ends[0]);
        int to = ends[0].isEmpty() || ends[1].isEmpty()
                ? all.length
                : Math.min(all.length, Integer.parseInt(ends[1]) + 1);
        if (from >= all.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + all.length);
            send(exchange, 416, null, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + all.length);
        send(exchange, 206, "application/octet-stream", Arrays.copyOfRange(all, from, to));
    }

    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that arrived, but for what belongs to the one hop or says how it came here. */
    private static byte[] echo(HttpExchange exchange, byte[] body) {
        StringBuilder out = new StringBuilder();
        out.append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append('\n');
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.keySet()
                .removeIf(name -> name.equals("connection")
                        || name.equals("forwarded")
                        || name.startsWith("x-forwarded-")
                        || name.equals("x-lambda-request-id")
                        || name.equals("x-amzn-trace-id")
                        || name.equals("content-length"));
        if (exchange.getRequestHeaders().containsKey("X-Show-All")) {
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        }
        headers.forEach((name, values) ->
                out.append(name).append(": ").append(String.join(", ", values)).append('\n'));
        return out.append(HexFormat.of().formatHex(body)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void chunked(HttpExchange exchange, String type, byte[] piece) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : 0);
        for (int i = 0; i < 100 && !head; i++) {
            exchange.getResponseBody().write(piece);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = out.toByteArray();
        return Arrays.copyOf(bytes, bytes.length);
    }
}
