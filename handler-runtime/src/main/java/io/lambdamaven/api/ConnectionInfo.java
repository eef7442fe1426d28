package io.lambdamaven.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What API Gateway knows of a client's connection.
 *
 * @param connectedAt when the client came
 * @param lastActiveAt when something last went over the connection
 * @param sourceIp the client's address
 * @param userAgent what the client calls itself, null if it did not say
 */
public record ConnectionInfo(
        Instant connectedAt,
        Instant lastActiveAt,
        String sourceIp,
        @Nullable String userAgent) {}
