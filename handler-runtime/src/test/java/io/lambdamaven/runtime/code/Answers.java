package io.lambdamaven.runtime.code;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What handlers say. */
final class Answers {
    private static final Context NONE = null;

    private Answers() {}

    static String of(RequestStreamHandler handler) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(new byte[0]), out, NONE);
        return out.toString(StandardCharsets.UTF_8);
    }
}
