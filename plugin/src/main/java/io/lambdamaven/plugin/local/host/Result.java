package io.lambdamaven.plugin.local.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one invocation. */
public final class Result {
    private final String requestId;
    private final byte[] payload;
    private final @Nullable String functionError;
    private final double millis;
    private final @Nullable Double initMillis;
    private final List<String> log;
    private final int maxMemory;

    public Result(
            String requestId,
            byte[] payload,
            @Nullable String functionError,
            double millis,
            @Nullable Double initMillis,
            List<String> log,
            int maxMemory) {
        this.requestId = requestId;
        this.payload = payload;
        this.functionError = functionError;
        this.millis = millis;
        this.initMillis = initMillis;
        this.log = List.copyOf(log);
        this.maxMemory = maxMemory;
    }

    /** The id that the function and its log know this invocation by. */
    public String requestId() {
        return requestId;
    }

    /** The answer, or the error as JSON. */
    public byte[] payload() {
        return payload;
    }

    /** {@code Unhandled}, or {@code null} if the function answered. */
    public @Nullable String functionError() {
        return functionError;
    }

    /** How long the handler took. */
    public double millis() {
        return millis;
    }

    /** How long the environment took to start; {@code null} for one that ran already. */
    public @Nullable Double initMillis() {
        return initMillis;
    }

    /** The lines of this invocation, those of Lambda included. */
    public List<String> log() {
        return log;
    }

    /** The most memory the environment has held so far, in MB; 0 where it cannot be told. */
    public int maxMemory() {
        return maxMemory;
    }
}
