package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The event as a map, its body as a record, the answer's body from another record. */
public final class PostDatabind implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kept as the quickstart keeps them: what is done with an order is the same on both sides. */
    private static final Map<String, Order> ORDERS = new ConcurrentSkipListMap<>();

    private static final AtomicInteger LAST_ID = new AtomicInteger(1000);

    static {
        place(new NewOrder("Ada", "teapot", 1));
        place(new NewOrder("Grace", "cup", 6));
    }

    /** The body of the request. */
    public record NewOrder(String customer, String item, int quantity) {}

    /** The body of the answer. */
    public record Order(String id, String customer, String item, int quantity, Status status) {
        /** How far it has come. */
        public enum Status {
            NEW,
            PAID
        }
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<?, ?> event = JSON.readValue(in, Map.class);
        Map<?, ?> http = (Map<?, ?>) ((Map<?, ?>) event.get("requestContext")).get("http");
        boolean found = "POST".equals(http.get("method")) && "/orders".equals(event.get("rawPath"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statusCode", found ? 201 : 404);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        answer.put("headers", headers);
        if (found) {
            NewOrder wanted = JSON.readValue((String) event.get("body"), NewOrder.class);
            Order order = place(wanted);
            headers.put("location", "/orders/" + order.id());
            answer.put("body", JSON.writeValueAsString(order));
        }
        answer.put("isBase64Encoded", false);
        JSON.writeValue(out, answer);
    }

    private static Order place(NewOrder wanted) {
        String id = String.valueOf(LAST_ID.incrementAndGet());
        Order placed = new Order(id, wanted.customer(), wanted.item(), wanted.quantity(), Order.Status.NEW);
        ORDERS.put(id, placed);
        return placed;
    }
}
