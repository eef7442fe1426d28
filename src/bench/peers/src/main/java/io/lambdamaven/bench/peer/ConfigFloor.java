package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The floor: reads nothing, knows the setting. */
public final class ConfigFloor implements RequestStreamHandler {
    private static final byte[] ANSWER = "\"https://pay.example/v1\"".getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        out.write(ANSWER);
    }
}
