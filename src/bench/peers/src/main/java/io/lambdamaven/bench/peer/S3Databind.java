package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the event as a tree. */
public final class S3Databind implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        for (JsonNode record : JSON.readTree(in).get("Records")) {
            JsonNode s3 = record.get("s3");
            String key = s3.get("object").get("key").asText();
            Work.file(
                    s3.get("bucket").get("name").asText(),
                    URLDecoder.decode(key, StandardCharsets.UTF_8),
                    s3.get("object").get("size").asLong());
        }
        JSON.writeValue(out, null);
    }
}
