package io.lambdamaven.runtime.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back. */
public final class AwsResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    AwsResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * The HTTP status.
     *
     * @return 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * A header.
     *
     * @param name in any letter case
     * @return its value, null if there is none
     */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * The body.
     *
     * @return its bytes, not to be changed
     */
    public byte[] body() {
        return body;
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }
}
