package io.lambdamaven.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lambdamaven.runtime.route.HttpTerms;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** A request of payload 2.0 to a handler of one method, and the answer. */
final class Asked {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Invocation context = Invocation.live();
    private final MethodHandler handler;
    private final ObjectNode event;

    private Asked(MethodHandler handler, String method, String path) {
        this.handler = handler;
        try {
            this.event = (ObjectNode) JSON.readTree(Events.httpApi(method, path, "", null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        event.putObject("headers");
    }

    static Asked of(MethodHandler handler, String method, String path) {
        return new Asked(handler, method, path);
    }

    /** Of a route {@code /orders} with terms. */
    static Asked of(HttpTerms terms, String route, String method, MethodHandler.Method body) {
        RouteTable routes = RouteTable.builder(Map.of("LAMBDA_MAVEN_SHOP", "https://shop.example"))
                .http(0, route, "/orders", "Shop.orders", terms)
                .build();
        return new Asked(new MethodHandler(routes, body), method, "/orders");
    }

    Asked with(String header, String value) {
        ((ObjectNode) event.get("headers")).put(header.toLowerCase(Locale.ROOT), value);
        return this;
    }

    Asked body(String text) {
        event.put("body", text).put("isBase64Encoded", false);
        return this;
    }

    Asked body(byte[] bytes) {
        event.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
        return this;
    }

    Replied ask() throws IOException {
        return new Replied(JSON.readTree(handler.invoke(event.toString(), context)));
    }

    /** What came back. */
    record Replied(JsonNode json) {
        int status() {
            return json.get("statusCode").asInt();
        }

        /** Null if there is none. */
        String header(String name) {
            JsonNode value = json.get("headers").get(name.toLowerCase(Locale.ROOT));
            return value == null ? null : value.asText();
        }

        String body() {
            return json.get("body").asText();
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(body());
        }

        JsonNode problem() throws IOException {
            return JSON.readTree(body());
        }
    }
}
