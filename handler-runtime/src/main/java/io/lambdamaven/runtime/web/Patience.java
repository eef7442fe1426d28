package io.lambdamaven.runtime.web;

import java.util.Map;

/**
 * How long the start of an application is waited for.
 *
 * @param warnMillis after which the log says what is missing
 * @param initMillis most of what Lambda gives the init phase
 * @param fails whether the start fails then; else it goes on within the first invocation
 * @param openMillis for a port that is opened after {@code main} is over, counted only while somebody waits
 */
record Patience(long warnMillis, long initMillis, boolean fails, long openMillis) {
    /** The function's timeout in seconds, told by the deployer where it is longer than what Lambda gives anyhow. */
    static final String TIMEOUT = "LAMBDA_MAVEN__TIMEOUT";

    private static final long WARN_MILLIS = 8_000;

    /** Lambda starts an environment anew whose init phase takes 10 s; the first invocation waits for the rest. */
    private static final long ON_DEMAND_MILLIS = 9_000;

    /** SnapStart and provisioned concurrency have 130 s, or the function's timeout where that is longer. */
    private static final int PREPARED_SECONDS = 130;

    private static final int MARGIN_SECONDS = 5;
    private static final long OPEN_MILLIS = 10_000;

    static Patience of(Map<String, String> environment) {
        String type = environment.get("AWS_LAMBDA_INITIALIZATION_TYPE");
        if (type == null || type.equals("on-demand")) {
            return new Patience(WARN_MILLIS, ON_DEMAND_MILLIS, false, OPEN_MILLIS);
        }
        int seconds = Math.max(Port.number(environment.get(TIMEOUT)), PREPARED_SECONDS) - MARGIN_SECONDS;
        return new Patience(WARN_MILLIS, seconds * 1_000L, true, OPEN_MILLIS);
    }
}
