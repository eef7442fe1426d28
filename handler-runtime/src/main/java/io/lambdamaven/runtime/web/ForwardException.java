package io.lambdamaven.runtime.web;

import org.jspecify.annotations.Nullable;

/** A request that does not reach the application, or an answer that does not reach the caller. */
final class ForwardException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param message what the caller is told */
    ForwardException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
