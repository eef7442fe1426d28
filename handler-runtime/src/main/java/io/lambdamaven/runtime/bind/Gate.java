package io.lambdamaven.runtime.bind;

import org.jspecify.annotations.Nullable;

/** Says, when the arguments of a call have been bound and checked, whether its method is still to be called. */
public interface Gate {
    /**
     * Asked once, right before the method.
     *
     * @return true if there is nothing to do but to answer
     */
    boolean isOver();

    /**
     * What the method returned when it was called.
     *
     * @return null if it was nothing
     */
    @Nullable
    Object earlier();

    /**
     * Whether what was thrown is the gate's own, and no failure of the method that a handler might settle.
     *
     * @return false if it is the method's
     */
    boolean isRefusing();
}
