package io.lambdamaven.runtime.callback;

import io.lambdamaven.runtime.aws.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * How one service is told.
 *
 * @param <T> what is sent to it
 */
interface Reporter<T> {
    /** What waits, for the log. */
    String who();

    /** Throws if the result is not fit to be told. */
    T success(@Nullable Object result);

    T failure(Throwable cause);

    void send(T message, Deadline deadline);
}
