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

/** Routed by hand: takes method, path and one query parameter off the stream and writes the answer as a stream. */
public final class HttpJackson implements RequestStreamHandler {
    private static final JsonFactory JSON = new JsonFactory();

    private static final class Request {
        String method = "";
        String path = "";
        boolean expand;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Request request = new Request();
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser, request);
            }
        }
        boolean found = request.method.equals("GET") && request.path.startsWith("/orders/");
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", found ? 200 : 404);
            json.writeObjectFieldStart("headers");
            json.writeStringField("content-type", "application/json");
            json.writeEndObject();
            json.writeStringField("body", found ? body(request) : "{}");
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
    }

    private static String body(Request request) {
        String id = request.path.substring("/orders/".length());
        return new StringBuilder("{\"id\":\"")
                .append(id)
                .append("\",\"expand\":")
                .append(request.expand)
                .append(",\"total\":1999}")
                .toString();
    }

    private static void member(JsonParser parser, Request request) throws IOException {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
            case "rawPath" -> request.path = parser.getText();
            case "queryStringParameters" -> {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = parser.currentName().equals("expand");
                    parser.nextToken();
                    request.expand |= wanted && parser.getText().equals("true");
                }
            }
            case "requestContext" -> {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = parser.currentName().equals("http");
                    parser.nextToken();
                    if (wanted) {
                        request.method = method(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            default -> parser.skipChildren();
        }
    }

    private static String method(JsonParser parser) throws IOException {
        String method = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("method");
            parser.nextToken();
            if (wanted) {
                method = parser.getText();
            }
        }
        return method;
    }
}
