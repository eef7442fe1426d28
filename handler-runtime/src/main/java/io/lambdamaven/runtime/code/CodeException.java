package io.lambdamaven.runtime.code;

import org.jspecify.annotations.Nullable;

/** Why the application's code does not run. Its message is what the log of a failed start has. */
public final class CodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodeException(String message) {
        super(message);
    }

    CodeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
