package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes identifier and status of each new image off the stream; a failure fails the whole batch. */
public final class DynamoDbJackson implements RequestStreamHandler {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("NewImage")) {
                    parser.nextToken();
                    image(parser);
                } else if (token == JsonToken.FIELD_NAME && parser.currentName().equals("OldImage")) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        }
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void image(JsonParser parser) throws IOException {
        String id = null;
        String status = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("id")) {
                id = text(parser);
            } else if (name.equals("status")) {
                status = text(parser);
            } else {
                parser.skipChildren();
            }
        }
        Work.order(id, status);
    }

    private static String text(JsonParser parser) throws IOException {
        parser.nextToken();
        parser.nextToken();
        String text = parser.getText();
        parser.nextToken();
        return text;
    }
}
