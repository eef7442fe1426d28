package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/**
 * What the calls of a tumbling window hand on: what the window's last call returned.
 *
 * @param <T> an own record or class that JSON can be read as, or a map
 */
public final class WindowState<T> {
    private final @Nullable T value;

    /**
     * Made by the runtime, and by tests of handlers.
     *
     * @param value null at the window's first call
     */
    public WindowState(@Nullable T value) {
        this.value = value;
    }

    /**
     * The state.
     *
     * @return null at the window's first call
     */
    public @Nullable T get() {
        return value;
    }

    /**
     * The state, or what a window starts with.
     *
     * @param first used at the window's first call
     * @return the state
     */
    public T orElse(T first) {
        return value == null ? first : value;
    }
}
