package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected, or asks to be.
 *
 * @param domainName that it asked for
 * @param userAgent what it calls itself, or null
 */
record Client(
        String connectionId,
        Instant connectedAt,
        String domainName,
        String sourceIp,
        @Nullable String userAgent) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Sixteen characters, as AWS's ids have. */
    static String newId() {
        byte[] bytes = new byte[11];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    JsonObject identity() {
        return Json.object()
                .put("sourceIp", sourceIp)
                .putIfPresent("userAgent", userAgent)
                .build();
    }
}
