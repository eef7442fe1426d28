package io.lambdamaven.runtime.aws;

import org.jspecify.annotations.Nullable;

/** A request that AWS refused, or that got no answer in time. The message never holds credentials. */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final int attempts;

    AwsException(String message, int status, String code, int attempts, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.attempts = attempts;
    }

    /**
     * The HTTP status.
     *
     * @return 0 if there was no answer
     */
    public int status() {
        return status;
    }

    /**
     * AWS's word for the error, such as {@code InvalidJobStateException}.
     *
     * @return empty if there was no answer, or none that says so
     */
    public String code() {
        return code;
    }

    /**
     * How often it was tried. After the first time an earlier attempt may have worked though its answer was lost.
     *
     * @return at least 1
     */
    public int attempts() {
        return attempts;
    }
}
