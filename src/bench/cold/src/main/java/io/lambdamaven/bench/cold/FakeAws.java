package io.lambdamaven.bench.cold;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Services on this machine, for subjects that call them: S3 with one object, Parameter Store with one parameter, Secrets
 * Manager with one secret, AppConfig with one configuration; DynamoDB, SQS and Lambda, which take whatever comes.
 */
final class FakeAws implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] settings;

    FakeAws() throws IOException {
        Map<String, String> values = new TreeMap<>(Map.of("PAYMENT_URL", "https://pay.example/v1"));
        for (int i = 0; i < 20; i++) {
            values.put("KEY_" + i, "a value of some length");
        }
        settings = JSON.writeValueAsBytes(values);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/settings/app.json", this::object);
        server.createContext("/configurationsessions", this::session);
        server.createContext("/configuration", this::object);
        server.createContext("/2015-03-31/functions/", exchange -> answer(exchange, 202, new byte[0]));
        server.createContext("/", this::call);
        server.start();
    }

    Map<String, String> variables() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "AWS_SESSION_TOKEN", "token",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void object(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("ETag", "\"0123456789abcdef0123456789abcdef\"");
        answer(exchange, 200, settings);
    }

    private void session(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, 201, "{\"InitialConfigurationToken\":\"token\"}".getBytes("UTF-8"));
    }

    private void call(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        switch (String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
            case "AmazonSSM.GetParameter" -> {
                Map<String, Object> parameter = Map.of(
                        "Name", "/app", "Type", "SecureString", "Value", new String(settings, "UTF-8"), "Version", 3);
                answer(exchange, 200, JSON.writeValueAsBytes(Map.of("Parameter", parameter)));
            }
            case "secretsmanager.GetSecretValue" -> {
                Map<String, Object> secret =
                        Map.of("Name", "app", "SecretString", new String(settings, "UTF-8"), "VersionId", "v3");
                answer(exchange, 200, JSON.writeValueAsBytes(secret));
            }
            case "AmazonSQS.SendMessage" ->
                answer(exchange, 200, "{\"MessageId\":\"5fea7756-0ea4-451a-a703-a558b933e274\"}".getBytes("UTF-8"));
            case "DynamoDB_20120810.UpdateItem" -> answer(exchange, 200, "{}".getBytes("UTF-8"));
            default -> answer(exchange, 400, "{\"__type\":\"UnknownOperationException\"}".getBytes("UTF-8"));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
