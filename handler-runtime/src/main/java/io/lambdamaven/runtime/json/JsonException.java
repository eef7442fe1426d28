package io.lambdamaven.runtime.json;

import org.jspecify.annotations.Nullable;

/** Bytes that are not JSON, exceed a limit, or do not fit the type they are read into. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fault;

    JsonException(String fault) {
        this(fault, null, null);
    }

    JsonException(String fault, @Nullable String detail, @Nullable Throwable cause) {
        super(detail == null ? "it " + fault : "it " + fault + ": " + detail, cause);
        this.fault = fault;
    }

    /**
     * What is wrong, fit for a caller's eyes: names members, never classes.
     *
     * @return goes on after a subject, such as {@code does not fit at lines[2].quantity}
     */
    public String fault() {
        return fault;
    }
}
