package io.lambdamaven.runtime.config;

import org.jspecify.annotations.Nullable;

/** A configuration that was not loaded. The message never holds a value. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        this(message, null);
    }

    ConfigException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
