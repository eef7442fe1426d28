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
import java.util.ArrayList;
import java.util.List;

/** Takes identifier and body of each message off the stream and answers with the identifiers of those that failed. */
public final class SqsJackson implements RequestStreamHandler {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        List<String> failed = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(in)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                continue;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                message(parser, failed);
            }
        }
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (String id : failed) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void message(JsonParser parser, List<String> failed) throws IOException {
        String id = null;
        String body = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("messageId")) {
                id = parser.getText();
            } else if (name.equals("body")) {
                body = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        try {
            Work.message(body);
        } catch (IllegalStateException e) {
            failed.add(id);
        }
    }
}
