package io.lambdamaven.runtime.aws;

import java.util.Set;
import java.util.SplittableRandom;

/** When a request is worth another attempt: exponential backoff with full jitter, for as long as somebody waits. */
final class Retries {
    private static final int ATTEMPTS = 10;
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;
    /** With less left, another attempt could only be cut off. */
    private static final long LEAST = 50;

    /** Codes that come with the status 400 and pass by themselves. */
    private static final Set<String> PASSING = Set.of(
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "InternalError",
            "InternalFailure",
            "PriorRequestNotComplete",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "RequestTimeout",
            "RequestTimeoutException",
            "ServiceUnavailableException",
            "SlowDown",
            "ThrottledException",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "TransactionInProgressException");

    private Retries() {}

    static boolean isPassing(int status, String code) {
        return status >= 500 || status == 429 || status == 408 || PASSING.contains(code);
    }

    /** Waits before the next attempt. False if there shall be none. */
    static boolean pause(int attempt, Deadline deadline) {
        if (attempt >= ATTEMPTS) {
            return false;
        }
        long pause = pauseAfter(attempt, new SplittableRandom(System.nanoTime()));
        if (pause + LEAST > deadline.millis()) {
            return false;
        }
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Milliseconds, from none to the most there may be: who failed together does not come back together. */
    static long pauseAfter(int attempt, SplittableRandom random) {
        return random.nextLong(Math.min(LONGEST_PAUSE, FIRST_PAUSE << (attempt - 1)) + 1);
    }
}
