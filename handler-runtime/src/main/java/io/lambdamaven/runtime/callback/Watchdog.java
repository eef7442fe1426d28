package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells a service, while there is still time to, that the method has not ended in time. */
final class Watchdog<T> extends Thread {
    /** Enough for a first TLS connection on a slow function. */
    private static final int LEAST = 1_500;

    private static final int MOST = 5_000;

    private final Reporter<T> reporter;
    private final Context context;
    private final long sleep;
    private final long end;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile @Nullable RuntimeException unsent;

    Watchdog(Reporter<T> reporter, Context context) {
        super("lambda-maven-watchdog");
        setDaemon(true);
        this.reporter = reporter;
        this.context = context;
        int remaining = context.getRemainingTimeInMillis();
        this.sleep = (long) remaining - margin(remaining);
        this.end = System.nanoTime() + sleep * 1_000_000;
    }

    static int margin(int remaining) {
        return Math.min(remaining / 2, Math.max(LEAST, Math.min(MOST, remaining / 10)));
    }

    /** Begins, unless nobody knows how much time there is. */
    void begin() {
        if (sleep > 0) {
            start();
        }
    }

    /** Whether the caller is the one to tell; the other one never will. */
    boolean takeOver() {
        boolean first = taken.compareAndSet(false, true);
        if (first) {
            interrupt();
        }
        return first;
    }

    /** Waits until it was told; throws if it could not be. */
    void await() {
        try {
            join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failure = unsent;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void run() {
        try {
            for (long left = sleep; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                Thread.sleep(left);
            }
        } catch (InterruptedException e) {
            return;
        }
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        try {
            Log.line(context, reporter.who() + ": the method has not ended, and the function's time runs out");
            reporter.send(
                    reporter.failure(new OutOfTimeException("the function's time ran out before its method ended")),
                    Reporting.deadline(context));
        } catch (RuntimeException e) {
            unsent = e;
            Log.failure(context, reporter.who() + ": could not be told", e);
        }
    }

    private static final class OutOfTimeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfTimeException(String message) {
            super(message, null, false, false);
        }
    }
}
