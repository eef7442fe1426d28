package io.lambdamaven.runtime.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The start of an application on a thread of its own, and the wait until it takes connections. */
final class Startup extends Thread {
    private static final int STEP_MILLIS = 5;

    /** Each look takes from the start, which has one processor: as rarely as a share of what it has taken already. */
    private static final int SHARE = 50;

    private static final int LONGEST_STEP_MILLIS = 25;
    private static final int SETTLING_SHARE = 5;
    private static final int LEAST_SETTLING_MILLIS = 50;

    /** Steps in a row after which a wait is no short one. */
    private static final int LONG_WAIT = 3;

    private static final int CONNECT_MILLIS = 1_000;

    private final Starter starter;
    private final ClassLoader loader;
    private final int port;
    private final long openMillis;

    /** An environment sleeps between invocations, and so does what opens the port: that time does not count. */
    private final AtomicLong waitedAfterMain = new AtomicLong();

    private volatile @Nullable Throwable failure;
    private volatile boolean ready;

    /** @param openMillis for a port that is opened after the start is over */
    Startup(Starter starter, ClassLoader loader, int port, long openMillis) {
        super("main");
        this.starter = starter;
        this.loader = loader;
        this.port = port;
        this.openMillis = openMillis;
        setContextClassLoader(loader);
        // As the thread that calls main elsewhere; what serves must not end with it.
        setDaemon(false);
    }

    @Override
    public void run() {
        try {
            starter.start(loader, port);
        } catch (Throwable e) {
            failure = e;
        }
    }

    /**
     * Waits.
     *
     * @return whether the application takes connections; false if the time is over
     * @throws IllegalStateException if it failed, or is over and has left no port that is open
     */
    boolean await(long deadline) {
        long begun = System.nanoTime();
        while (!ready) {
            check();
            try {
                if (connects()) {
                    settle(millisSince(begun));
                    check();
                    ready = true;
                    return true;
                }
                if (waitedAfterMain.get() >= openMillis) {
                    throw new IllegalStateException(state());
                }
                if (deadline - System.nanoTime() <= 0) {
                    return false;
                }
                pause(Math.min(Math.max(millisSince(begun) / SHARE, STEP_MILLIS), LONGEST_STEP_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the wait for " + starter.what() + " was interrupted", e);
            }
        }
        return true;
    }

    boolean isReady() {
        return ready;
    }

    private void check() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("the web application " + starter.what() + " did not start", thrown);
        }
    }

    /**
     * Some open the port before all behind it is in place: what main does after that is waited for, a little; not where
     * it waits itself and goes on waiting, as it does for the end of a server: a start has short waits too.
     */
    private void settle(long taken) throws InterruptedException {
        long most = Math.max(taken / SETTLING_SHARE, LEAST_SETTLING_MILLIS);
        long begun = System.nanoTime();
        int waits = 0;
        while (isAlive() && waits < LONG_WAIT && millisSince(begun) < most) {
            join(STEP_MILLIS);
            waits = getState() == State.WAITING ? waits + 1 : 0;
        }
    }

    /** The end of main, which mostly has opened the port last, is noticed at once. */
    private void pause(long millis) throws InterruptedException {
        if (isAlive()) {
            join(millis);
        } else {
            Thread.sleep(millis);
            waitedAfterMain.addAndGet(millis);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private boolean connects() {
        try {
            Connection.open(port, CONNECT_MILLIS).close();
            return true;
        } catch (IOException e) {
            // Not yet.
            return false;
        }
    }

    /** What it does instead. */
    String state() {
        return starter.what() + " has not opened port " + port + " on " + Port.LOOPBACK
                + (isAlive() ? ", and is still starting" : ", although its start is over")
                + "; a main that has a port of its own says it in @WebApplication(port) or <webApplication><port>";
    }
}
