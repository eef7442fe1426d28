package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Takes bucket, key and size of each record off the stream. */
public final class S3Jackson implements RequestStreamHandler {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOTHING = {'n', 'u', 'l', 'l'};

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            String within = "";
            String bucket = null;
            String key = null;
            long size = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT && parser.currentName() != null) {
                    within = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING && within.equals("bucket")) {
                    bucket = parser.currentName().equals("name") ? parser.getText() : bucket;
                } else if (token == JsonToken.VALUE_STRING && within.equals("object")) {
                    key = parser.currentName().equals("key") ? parser.getText() : key;
                } else if (token == JsonToken.VALUE_NUMBER_INT
                        && parser.currentName().equals("size")) {
                    size = parser.getLongValue();
                }
            }
            Work.file(bucket, URLDecoder.decode(key, StandardCharsets.UTF_8), size);
        }
        out.write(NOTHING);
    }
}
