package io.lambdamaven.plugin.local.host;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Ids in the forms that Lambda gives them. */
final class Identifiers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private final Clock clock;

    Identifiers(Clock clock) {
        this.clock = clock;
    }

    String requestId() {
        return UUID.randomUUID().toString();
    }

    String logStream(String version) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).format(DAY) + "/[" + version + "]" + hex(32);
    }

    Invocation invocation(String requestId, Request request, long deadlineMillis) {
        String trace = "Root=1-" + Long.toHexString(clock.instant().getEpochSecond()) + "-" + hex(24) + ";Parent="
                + hex(16) + ";Sampled=0";
        return new Invocation(
                requestId,
                request.payload(),
                deadlineMillis,
                request.invokedFunctionArn(),
                trace,
                new CompletableFuture<>());
    }

    private static String hex(int digits) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, digits);
    }
}
