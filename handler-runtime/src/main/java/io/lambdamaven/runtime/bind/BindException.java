package io.lambdamaven.runtime.bind;

import org.jspecify.annotations.Nullable;

/** An event lacks what a parameter needs, or has something else there. For HTTP it answers 400 with the message. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message names the part of the event and, where it is known, the JSON path
     * @param cause why, null if the message says it all
     */
    public BindException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
