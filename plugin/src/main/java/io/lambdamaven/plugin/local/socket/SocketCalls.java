package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls the function of an API, and waits for it so long and no longer. */
final class SocketCalls {
    /** As long as API Gateway waits. */
    static final Duration PATIENCE = Duration.ofSeconds(29);

    private final SocketFunction function;
    private final ExecutorService later;
    private final Duration patience;

    SocketCalls(SocketFunction function, ExecutorService later, Duration patience) {
        this.function = function;
        this.later = later;
        this.patience = patience;
    }

    SocketAnswer call(SocketFront front, JsonObject event) throws InterruptedException {
        try {
            return later.submit(() -> SocketAnswer.of(function.invoke(
                            front.api().functionName(), front.api().alias(), event.canonicalBytes())))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return SocketAnswer.failed(504, "Endpoint request timed out");
        } catch (ExecutionException | RejectedExecutionException e) {
            return SocketAnswer.failed(500, "Internal server error");
        }
    }
}
