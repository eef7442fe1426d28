package io.lambdamaven.runtime.bind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event lacks what a parameter needs, or has something else there. For HTTP it answers 400 with the message. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean absent;
    private final transient List<Violation> violations;

    /**
     * Says what does not fit.
     *
     * @param message fit for the eyes of whoever sent the event
     * @param cause null if there is none
     */
    public BindException(String message, @Nullable Throwable cause) {
        this(message, cause, false, List.of());
    }

    private BindException(String message, @Nullable Throwable cause, boolean absent, List<Violation> violations) {
        super(message, cause);
        this.absent = absent;
        this.violations = violations;
    }

    /**
     * Of arguments that do not keep their constraints.
     *
     * @param violations all of them
     * @return to be thrown
     */
    public static BindException invalid(List<Violation> violations) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < violations.size(); i++) {
            Violation each = violations.get(i);
            out.append(i == 0 ? "" : "; ").append(each.path()).append(' ').append(each.message());
        }
        return new BindException(out.toString(), null, false, List.copyOf(violations));
    }

    /**
     * What does not keep its constraints.
     *
     * @return empty where something else is wrong
     */
    public List<Violation> violations() {
        return violations;
    }

    /** Of an event that rightly has nothing there. */
    static BindException absent(String message) {
        return new BindException(message, null, true, List.of());
    }

    /** The same of a parameter. */
    BindException of(String parameter) {
        return new BindException("parameter '" + parameter + "': " + getMessage(), getCause(), absent, violations);
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
