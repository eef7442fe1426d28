package io.lambdamaven.runtime.aws;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends to addresses that somebody else has signed. No message holds the address: whoever has it may use it. */
public final class Presigned {
    private Presigned() {}

    /**
     * Puts an object.
     *
     * @param url where to, an https address or one of this machine; sent exactly as it is
     * @param body what to put, without a content type: the signature was made without one
     * @param deadline when to give up
     * @throws IllegalArgumentException if the address is none, or would be sent in the clear
     * @throws AwsException if it was not taken
     */
    public static void put(String url, byte[] body, Deadline deadline) {
        URI uri = uri(url);
        for (int attempt = 1; ; attempt++) {
            AwsException failure = once(uri, body, deadline, attempt);
            if (failure == null) {
                return;
            }
            boolean again = failure.status() == 0 || Retries.isPassing(failure.status(), failure.code());
            if (!again || !Retries.pause(attempt, deadline)) {
                throw failure;
            }
        }
    }

    private static @Nullable AwsException once(URI uri, byte[] body, Deadline deadline, int attempt) {
        String what = "the presigned address at " + uri.getHost();
        try {
            AwsResponse response = Http.exchange("PUT", uri, Map.of("Content-Type", ""), body, Http.PATIENCE, deadline);
            return response.isGood() ? null : Errors.of(what, response, attempt, Credentials.NONE);
        } catch (IOException e) {
            return Errors.of(what, uri.getHost(), e, attempt);
        }
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            if (Hosts.isSafe(uri)) {
                return uri;
            }
            throw new IllegalArgumentException("the address to answer to must be an https address");
        } catch (URISyntaxException e) {
            // Without the cause, whose message quotes the address.
            throw new IllegalArgumentException("the address to answer to is not an address");
        }
    }
}
