package io.lambdamaven.runtime.script;

/** Remembers which scripts were there before, for all environments of a function together. */
interface Nonces {
    /**
     * Writes a nonce down, unless it is there already.
     *
     * @param forget when it may be forgotten, seconds since 1970
     * @return false if it is there already
     * @throws RuntimeException if nobody knows: then no script may run
     */
    boolean claim(String nonce, long forget);
}
