package io.lambdamaven.runtime.terms;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.http.Conditions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Tags answers by what is in them. */
final class Tags {
    private Tags() {}

    /** Only what is read is tagged; a tag of the method's own counts more. */
    static HttpResponse tagged(HttpResponse response, LazyRequest request, boolean weak) {
        if (response.status() != 200
                || !Conditions.isRead(request)
                || response.headers().containsKey("etag")) {
            return response;
        }
        HttpResponse settled = Compression.settled(response);
        String tag = '"' + digest(Compression.bytes(settled)) + '"';
        // Of the same content compressed the bytes differ: only a weak tag may stand for both.
        return settled.header("ETag", weak ? "W/" + tag : tag);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            byte[] half = new byte[16];
            System.arraycopy(hash, 0, half, 0, half.length);
            return new String(Base64.getUrlEncoder().withoutPadding().encode(half), StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
