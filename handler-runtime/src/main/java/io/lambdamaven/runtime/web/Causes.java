package io.lambdamaven.runtime.web;

import java.lang.reflect.InvocationTargetException;

/** What a reflective call threw. */
final class Causes {
    private Causes() {}

    static Exception of(InvocationTargetException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : e;
    }
}
