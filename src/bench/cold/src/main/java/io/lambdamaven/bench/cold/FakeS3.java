package io.lambdamaven.bench.cold;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A bucket on this machine with one object, for subjects that read their configuration. */
final class FakeS3 implements AutoCloseable {
    private final HttpServer server;

    FakeS3() throws IOException {
        StringBuilder json = new StringBuilder("{\"PAYMENT_URL\":\"https://pay.example/v1\"");
        for (int i = 0; i < 20; i++) {
            json.append(",\"KEY_").append(i).append("\":\"a value of some length\"");
        }
        byte[] object = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/settings/app.json", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("ETag", "\"0123456789abcdef0123456789abcdef\"");
            exchange.sendResponseHeaders(200, object.length);
            exchange.getResponseBody().write(object);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
