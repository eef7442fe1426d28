package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The floor of a request after which something is done. */
public final class DoneFloor implements RequestStreamHandler {
    private static final byte[] ANSWER =
            ("{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain; charset=utf-8\"},\"body\":\"done\","
                            + "\"isBase64Encoded\":false}")
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        out.write(ANSWER);
    }
}
