package io.lambdamaven.runtime.code;

import org.jspecify.annotations.Nullable;

/** Which parts of an object are fetched, under way, there. The second one waits until the first has told the object's tag. */
final class Ranges {
    private final long size;
    private final int length;
    private final int threads;
    private final boolean[] done;
    private int next;
    private boolean stopped;
    private @Nullable String tag;
    private @Nullable Throwable failure;

    /**
     * @param length bytes of a range: the last one may have fewer
     * @param threads how many are fetched at a time
     */
    Ranges(long size, int length, int threads) {
        this.size = size;
        this.length = length;
        this.threads = threads;
        this.done = new boolean[(int) ((size + length - 1) / length)];
    }

    int count() {
        return done.length;
    }

    int threads() {
        return threads;
    }

    long from(int range) {
        return (long) range * length;
    }

    /** Exclusive. */
    long to(int range) {
        return Math.min(size, from(range) + length);
    }

    /** The next one to fetch; negative if there is none. */
    synchronized int next() {
        try {
            while (next > 0 && next < done.length && tag == null && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        return stopped || next == done.length ? -1 : next++;
    }

    /** What says which object it is; null before the first answer. */
    synchronized @Nullable String tag() {
        return tag;
    }

    /** Whether an answer is of the object that the first one was of. */
    synchronized boolean is(String told) {
        if (tag == null) {
            tag = told;
            notifyAll();
        }
        return told.equals(tag);
    }

    synchronized void done(int range) {
        done[range] = true;
        notifyAll();
    }

    synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        stop();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    synchronized void awaitDone(int range) throws InterruptedException {
        while (!done[range] && failure == null) {
            wait();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
