package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The floor of a batch: says that nothing failed. */
public final class BatchFloor implements RequestStreamHandler {
    private static final byte[] ANSWER = ("{\"batchItemFailures\":[]}").getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        out.write(ANSWER);
    }
}
