package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The events of one client's connection, as API Gateway makes them for a proxy integration. */
final class SocketEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SocketFront front;
    private final Client client;
    private final String requestId;
    private final Instant now;

    SocketEvent(SocketFront front, Client client, Instant now) {
        this.front = front;
        this.client = client;
        this.requestId = Client.newId();
        this.now = now;
    }

    String requestId() {
        return requestId;
    }

    /**
     * That it asks to be let in.
     *
     * @param headers with all their values, names as they came
     * @param query with all values of a name
     */
    JsonObject connect(SortedMap<String, List<String>> headers, SortedMap<String, List<String>> query) {
        JsonObject.Builder event = Json.object();
        put(event, "headers", "multiValueHeaders", headers);
        if (!query.isEmpty()) {
            put(event, "queryStringParameters", "multiValueQueryStringParameters", query);
        }
        return event.put("requestContext", context(SocketFront.CONNECT, "CONNECT"))
                .put("isBase64Encoded", false)
                .build();
    }

    JsonObject message(String routeKey, String body) {
        return Json.object()
                .put("requestContext", messageContext(routeKey))
                .put("body", body)
                .put("isBase64Encoded", false)
                .build();
    }

    /** What is known of a message, before its route too. */
    JsonObject messageContext(String routeKey) {
        return context(routeKey, "MESSAGE").put("messageId", requestId).build();
    }

    JsonObject disconnect(int code, String reason) {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        headers.put("Host", List.of(client.domainName()));
        headers.put("X-Forwarded-For", List.of(""));
        headers.put("x-api-key", List.of(""));
        headers.put("x-restapi", List.of(""));
        JsonObject.Builder event = Json.object();
        put(event, "headers", "multiValueHeaders", headers);
        return event.put(
                        "requestContext",
                        context(SocketFront.DISCONNECT, "DISCONNECT")
                                .put("disconnectStatusCode", code)
                                .put("disconnectReason", reason))
                .put("isBase64Encoded", false)
                .build();
    }

    private JsonObject.Builder context(String routeKey, String type) {
        return Json.object()
                .put("routeKey", routeKey)
                .put("eventType", type)
                .put("messageDirection", "IN")
                .put("connectionId", client.connectionId())
                .put("connectedAt", client.connectedAt().toEpochMilli())
                .put("identity", client.identity())
                .put("domainName", client.domainName())
                .put("apiId", front.apiId())
                .put("stage", front.api().stage())
                .put("requestId", requestId)
                .put("extendedRequestId", requestId)
                .put("requestTime", TIME.format(now))
                .put("requestTimeEpoch", now.toEpochMilli());
    }

    /** Of several values the last one counts. */
    private static void put(
            JsonObject.Builder event, String single, String multi, SortedMap<String, List<String>> values) {
        JsonObject.Builder last = Json.object();
        JsonObject.Builder all = Json.object();
        values.forEach((name, each) -> {
            last.put(name, new ArrayList<>(each).get(each.size() - 1));
            all.put(name, Json.texts(each));
        });
        event.put(single, last).put(multi, all);
    }
}
