package io.lambdamaven.plugin.local.host;

import java.util.concurrent.CompletableFuture;

/** An invocation on its way through the Runtime API. */
final class Invocation {
    private final String requestId;
    private final byte[] payload;
    private final long deadlineMillis;
    private final String invokedFunctionArn;
    private final String traceId;
    private final CompletableFuture<Outcome> outcome;

    Invocation(
            String requestId,
            byte[] payload,
            long deadlineMillis,
            String invokedFunctionArn,
            String traceId,
            CompletableFuture<Outcome> outcome) {
        this.requestId = requestId;
        this.payload = payload;
        this.deadlineMillis = deadlineMillis;
        this.invokedFunctionArn = invokedFunctionArn;
        this.traceId = traceId;
        this.outcome = outcome;
    }

    String requestId() {
        return requestId;
    }

    byte[] payload() {
        return payload;
    }

    long deadlineMillis() {
        return deadlineMillis;
    }

    String invokedFunctionArn() {
        return invokedFunctionArn;
    }

    String traceId() {
        return traceId;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }
}
