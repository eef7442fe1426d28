package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** As most are written by hand: the event as a map, the answer as a map, the body from a record. */
public final class HttpDatabind implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body of the answer. */
    public record Order(String id, boolean expand, int total) {}

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<?, ?> event = JSON.readValue(in, Map.class);
        String path = (String) event.get("rawPath");
        Map<?, ?> query = (Map<?, ?>) event.get("queryStringParameters");
        Map<?, ?> http = (Map<?, ?>) ((Map<?, ?>) event.get("requestContext")).get("http");
        boolean found = "GET".equals(http.get("method")) && path.startsWith("/orders/");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statusCode", found ? 200 : 404);
        answer.put("headers", Map.of("content-type", "application/json"));
        if (found) {
            boolean expand = query != null && "true".equals(query.get("expand"));
            answer.put("body", JSON.writeValueAsString(new Order(path.substring("/orders/".length()), expand, 1999)));
        }
        answer.put("isBase64Encoded", false);
        JSON.writeValue(out, answer);
    }
}
