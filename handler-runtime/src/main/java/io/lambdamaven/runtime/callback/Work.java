package io.lambdamaven.runtime.callback;

import org.jspecify.annotations.Nullable;

/** The user's method, with all that is to be done around it; looking for it is part of it, so that no route is told too. */
public interface Work {
    /**
     * Does it, once.
     *
     * @return what the method returned
     * @throws Exception what it threw, or that there is none
     */
    @Nullable
    Object call() throws Exception;
}
