package io.lambdamaven.plugin.model;

/** Whether a method takes a whole event or one record of it. */
public enum Granularity {
    WHOLE,
    EACH
}
