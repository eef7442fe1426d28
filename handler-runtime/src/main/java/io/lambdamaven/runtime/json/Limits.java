package io.lambdamaven.runtime.json;

/**
 * What one event may ask of this process. Lambda takes 6 MB a synchronous call; the rest is room for what expands, and
 * far below what would hurt.
 */
final class Limits {
    static final int BYTES = 16 * 1024 * 1024;
    static final int DEPTH = 500;
    static final int NUMBER = 1_000;
    /** How far a decimal point may be moved: sums with a number of a few characters can fill any memory. */
    static final int SCALE = 1_000;

    static final int NAME = 50_000;

    private Limits() {}
}
