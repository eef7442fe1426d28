package io.lambdamaven.runtime.bind;

import org.jspecify.annotations.Nullable;

/** An event lacks what a parameter needs, or has something else there. For HTTP it answers 400 with the message. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean absent;

    /**
     * Says what does not fit.
     *
     * @param message fit for the eyes of whoever sent the event
     * @param cause null if there is none
     */
    public BindException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private BindException(String message, @Nullable Throwable cause, boolean absent) {
        super(message, cause);
        this.absent = absent;
    }

    /** Of an event that rightly has nothing there. */
    static BindException absent(String message) {
        return new BindException(message, null, true);
    }

    /** The same of a parameter. */
    BindException of(String parameter) {
        return new BindException("parameter '" + parameter + "': " + getMessage(), getCause(), absent);
    }

    /**
     * Whether the event rightly has nothing there, as the deletion of a document has no document: no fault of it, and
     * nothing for a method that wants one.
     *
     * @return false for a fault
     */
    public boolean isAbsent() {
        return absent;
    }
}
