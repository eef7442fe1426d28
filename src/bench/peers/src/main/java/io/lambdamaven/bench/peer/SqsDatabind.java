package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the batch as a tree and answers with a map. */
public final class SqsDatabind implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        List<Map<String, String>> failed = new ArrayList<>();
        for (JsonNode message : JSON.readTree(in).get("Records")) {
            try {
                Work.message(message.get("body").asText());
            } catch (IllegalStateException e) {
                failed.add(Map.of("itemIdentifier", message.get("messageId").asText()));
            }
        }
        JSON.writeValue(out, Map.of("batchItemFailures", failed));
    }
}
