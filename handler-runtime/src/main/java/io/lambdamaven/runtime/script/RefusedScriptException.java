package io.lambdamaven.runtime.script;

import org.jspecify.annotations.Nullable;

/** A script that is not run, for the reason that the message gives. Nothing of it has been defined as a class. */
public final class RefusedScriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedScriptException(String reason) {
        this(reason, null);
    }

    RefusedScriptException(String reason, @Nullable Throwable cause) {
        super("the script is refused: " + reason, cause);
    }
}
