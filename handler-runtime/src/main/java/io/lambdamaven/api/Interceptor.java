package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/**
 * Stands around every call of a handler method; marked with {@link io.lambdamaven.annotation.Intercept}. One instance
 * serves all calls, several at once if the execution environment does: it keeps nothing of a call in its fields.
 *
 * <p>A batch that is taken record by record is one call per record.
 */
public interface Interceptor {
    /**
     * Runs before the call, and before the event is bound to the method's parameters. What it throws is the call's
     * failure: the method is not called, and exception handlers get it.
     *
     * @param invocation the call
     * @throws Exception to fail the call
     */
    default void before(Invocation invocation) throws Exception {}

    /**
     * Runs after the call, before exception handlers, in reverse order, if {@link #before} of the same interceptor came
     * through. What it throws is logged and changes nothing: the work is done, and a failure now would have it done
     * again.
     *
     * @param invocation the call
     * @param result what the method returned; null if nothing, or if it failed
     * @param failure what it threw, or what a later interceptor's {@code before} did; null if it succeeded
     * @throws Exception logged
     */
    default void after(Invocation invocation, @Nullable Object result, @Nullable Throwable failure) throws Exception {}
}
