package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The connections of one API, and where what they say goes. Connections stay when the API's routes change. */
final class SocketTraffic {
    private final Map<String, SocketConnection> connections = new ConcurrentHashMap<>();
    private final SocketCalls calls;
    private final ExecutorService later;
    private final Clock clock;
    private volatile SocketFront front;

    SocketTraffic(SocketFront front, SocketCalls calls, ExecutorService later, Clock clock) {
        this.front = front;
        this.calls = calls;
        this.later = later;
        this.clock = clock;
    }

    SocketFront front() {
        return front;
    }

    void follow(SocketFront changed) {
        front = changed;
    }

    @Nullable
    SocketConnection find(String connectionId) {
        return connections.get(connectionId);
    }

    /** Asks whether a client may come in; nothing can be sent to it meanwhile. */
    SocketAnswer asks(Client client, SocketRequest request) throws InterruptedException {
        SocketFront now = front;
        if (!now.routes().containsKey(SocketFront.CONNECT)) {
            return new SocketAnswer(200, Map.of(), "", null);
        }
        SocketEvent event = new SocketEvent(now, client, clock.instant());
        return calls.call(now, event.connect(request.headers(), request.query()));
    }

    void came(SocketConnection connection) {
        connections.put(connection.client().connectionId(), connection);
    }

    /** One message need not wait for the answer to another. */
    void said(SocketConnection connection, String message) {
        run(() -> serve(connection, message));
    }

    private void serve(SocketConnection connection, String message) throws InterruptedException {
        SocketFront now = front;
        SocketEvent event = new SocketEvent(now, connection.client(), clock.instant());
        String key = new RouteSelection(now.api().routeSelection())
                .key(message, event.messageContext(""))
                .filter(found -> now.routes().containsKey(found))
                .orElse(SocketFront.DEFAULT);
        if (!now.routes().containsKey(key)) {
            tell(connection, event, "Forbidden");
            return;
        }
        SocketAnswer answer = calls.call(now, event.message(key, message));
        if (answer.failure() != null) {
            tell(connection, event, answer.failure());
        } else if (now.answers(key) && !answer.body().isEmpty()) {
            connection.send(answer.body());
        }
    }

    private static void tell(SocketConnection connection, SocketEvent event, String failure)
            throws InterruptedException {
        connection.send(Json.object()
                .put("message", failure)
                .put("connectionId", connection.client().connectionId())
                .put("requestId", event.requestId())
                .build()
                .canonical());
    }

    void left(SocketConnection connection, int code, String reason) {
        connections.remove(connection.client().connectionId());
        SocketFront now = front;
        if (now.routes().containsKey(SocketFront.DISCONNECT)) {
            run(() -> calls.call(
                    now, new SocketEvent(now, connection.client(), clock.instant()).disconnect(code, reason)));
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void run(Work work) {
        try {
            later.execute(() -> {
                try {
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RejectedExecutionException e) {
            // The local Lambda is about to stop: nobody would answer.
            return;
        }
    }
}
