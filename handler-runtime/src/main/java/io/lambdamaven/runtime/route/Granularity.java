package io.lambdamaven.runtime.route;

/** Whether a method is called once per event or once per record of it; known at build time from its parameters. */
public enum Granularity {
    /** Once per event, with all its records. */
    WHOLE,
    /** Once per record. */
    EACH
}
