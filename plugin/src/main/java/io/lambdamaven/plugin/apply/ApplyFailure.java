package io.lambdamaven.plugin.apply;

/** A plan was not applied whole, and not by the user's fault; every failure is told, the first is the cause. */
public final class ApplyFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApplyFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
