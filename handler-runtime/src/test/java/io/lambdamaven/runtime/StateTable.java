package io.lambdamaven.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** The table of states as DynamoDB keeps it, with faults on the way; only the conditions that states make are known. */
final class StateTable implements AutoCloseable {
    /** One for each request to come: a word of DynamoDB's errors, {@code lost} for an answer that is, empty for none. */
    final Deque<String> faults = new ArrayDeque<>();

    final Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    private final HttpServer server;

    StateTable() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    Aws aws() {
        return new Aws(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        EventObject asked = EventObject.of(exchange.getRequestBody().readAllBytes());
        String fault;
        byte[] answer;
        int status = 200;
        synchronized (this) {
            fault = faults.isEmpty() ? "" : faults.removeFirst();
            if (fault.isEmpty() || fault.equals("lost")) {
                answer = done(asked, exchange.getRequestHeaders().getFirst("X-Amz-Target"));
                status = answer.length == 0 ? 400 : 200;
                answer = status == 400 ? error("ConditionalCheckFailedException") : answer;
            } else {
                status = fault.equals("InternalServerError") ? 500 : 400;
                answer = error(fault);
            }
        }
        if (fault.equals("lost")) {
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static byte[] error(String code) {
        return ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\",\"message\":\"as asked for\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] done(EventObject asked, String target) {
        String id = asked.in("Key").in("id").text("S");
        Map<String, Object> item = items.get(id);
        if (target.endsWith("GetItem")) {
            return Json.write(item == null ? Map.of() : Map.of("Item", item));
        }
        EventObject values = asked.in("ExpressionAttributeValues");
        EventObject is = EventObject.of(item == null ? Map.of() : item);
        boolean begins = asked.text("ConditionExpression").startsWith("attribute_not_exists");
        String state = is.in("state").text("S");
        boolean free = item == null
                || state.equals("failed")
                || (state.equals("running")
                        && Long.parseLong(is.in("lock").text("N"))
                                < Clock.systemUTC().millis());
        boolean own = item != null
                && is.in("owner").text("S").equals(values.in(":owner").text("S"));
        if (begins ? !free : !own) {
            return new byte[0];
        }
        Map<String, Object> changed = new LinkedHashMap<>(item == null ? Map.of() : item);
        String[] sets =
                asked.text("UpdateExpression").substring("SET ".length()).split(" REMOVE ");
        for (String set : sets[0].split(", ")) {
            String[] sides = set.split(" = ");
            changed.put(asked.in("ExpressionAttributeNames").text(sides[0]), values.map(sides[1]));
        }
        if (begins) {
            changed.remove("result");
            changed.remove("error");
        }
        items.put(id, changed);
        return new byte[] {'{', '}'};
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
