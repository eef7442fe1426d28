package io.lambdamaven.runtime.web;

/** The end of the process: Lambda starts a new environment for the next invocation, and never after an exception. */
class Ending {
    private static final int FAILED = 1;

    /** Without shutdown hooks: they belong to an application that is not there, and may wait for its start. */
    void now() {
        Runtime.getRuntime().halt(FAILED);
    }
}
