package io.lambdamaven.runtime.bind;

import org.jspecify.annotations.Nullable;

/** An event lacks what a parameter needs, or has something else there. For HTTP it answers 400 with the message. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what does not fit.
     *
     * @param message fit for the eyes of whoever sent the event
     * @param cause null if there is none
     */
    public BindException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
