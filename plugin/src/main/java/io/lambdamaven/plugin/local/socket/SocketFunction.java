package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.local.host.Result;
import org.jspecify.annotations.Nullable;

/** Calls a function. */
@FunctionalInterface
public interface SocketFunction {
    /**
     * Waits for its answer.
     *
     * @return null if there is no such function
     */
    @Nullable
    Result invoke(String functionName, String alias, byte[] event) throws InterruptedException;
}
