package io.lambdamaven.runtime.aws;

/** The moment at which nobody waits for an answer any more. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /**
     * A moment to come.
     *
     * @param millis from now
     * @return the moment, whatever the clock on the wall is set to meanwhile
     */
    public static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    /**
     * What is left.
     *
     * @return milliseconds, 0 when it has passed
     */
    public long millis() {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }
}
