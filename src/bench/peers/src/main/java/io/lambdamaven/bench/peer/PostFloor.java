package io.lambdamaven.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The floor of a request that makes something. */
public final class PostFloor implements RequestStreamHandler {
    private static final byte[] ANSWER =
            ("{\"statusCode\":201,\"headers\":{\"content-type\":\"application/json\",\"location\":\"/orders/1003\"},\"body\":"
                            + "\"{\\\"id\\\":\\\"1003\\\",\\\"customer\\\":\\\"Linus\\\",\\\"item\\\":\\\"kettle\\\",\\\"quantity\\\":2,\\\"status\\\":\\\"NEW\\\"}\","
                            + "\"isBase64Encoded\":false}")
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        out.write(ANSWER);
    }
}
