package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Runs the user's method and has its service told exactly once: how it ended, or before the function's time is over that
 * it has not. A failure that was told is no failure of the invocation any more: Lambda would repeat it, and the service
 * be told twice.
 */
final class Reporting {
    private static final int SHORTEST = 500;
    /** Kept back from what remains, so that Lambda hears that the service has heard. */
    private static final int RESERVE = 200;

    private Reporting() {}

    static <T> byte[] run(Reporter<T> reporter, Context context, Work work) {
        Watchdog<T> watchdog = new Watchdog<>(reporter, context);
        watchdog.begin();
        Object result = null;
        Throwable failure = null;
        try {
            result = work.call();
        } catch (Throwable e) {
            failure = e;
        }
        // Whatever the method was interrupted for, the service has to be told.
        boolean interrupted = Thread.interrupted();
        try {
            tell(reporter, context, watchdog, result, failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return Json.nothing();
    }

    private static <T> void tell(
            Reporter<T> reporter,
            Context context,
            Watchdog<T> watchdog,
            @Nullable Object result,
            @Nullable Throwable failure) {
        if (watchdog.takeOver()) {
            reporter.send(message(reporter, context, result, failure), deadline(context));
        } else {
            watchdog.await();
            Log.line(context, reporter.who() + ": the method ended after it was told that time had run out");
        }
    }

    static Deadline deadline(Context context) {
        return Deadline.in(Math.max(SHORTEST, context.getRemainingTimeInMillis() - RESERVE));
    }

    private static <T> T message(
            Reporter<T> reporter, Context context, @Nullable Object result, @Nullable Throwable failure) {
        Throwable cause = failure;
        if (cause == null) {
            try {
                return reporter.success(result);
            } catch (RuntimeException e) {
                cause = e;
            }
        }
        Log.failure(context, reporter.who() + ": failed", cause);
        return reporter.failure(cause);
    }
}
