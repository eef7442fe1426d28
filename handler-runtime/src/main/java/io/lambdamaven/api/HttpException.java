package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler to answer an HTTP request with an error: status and message reach the caller as
 * {@code application/problem+json} (RFC 9457); a cause stays in the log.
 */
public class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status 400 to 599
     * @param message what the caller is told
     * @throws IllegalArgumentException if the status is not an error's
     */
    public HttpException(int status, String message) {
        this(status, message, null);
    }

    /**
     * @param status 400 to 599
     * @param message what the caller is told
     * @param cause what the log is told besides
     * @throws IllegalArgumentException if the status is not an error's
     */
    public HttpException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("an HTTP error has a status from 400 to 599, not " + status);
        }
        this.status = status;
    }

    /**
     * The HTTP status.
     *
     * @return 400 to 599
     */
    public final int status() {
        return status;
    }
}
