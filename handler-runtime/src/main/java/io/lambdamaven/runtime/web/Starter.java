package io.lambdamaven.runtime.web;

/** Brings an application up. */
interface Starter {
    /**
     * Starts it; may return before it accepts connections.
     *
     * @throws Exception whatever hinders it
     */
    void start(ClassLoader loader, int port) throws Exception;

    /** What is started, for messages. */
    String what();
}
