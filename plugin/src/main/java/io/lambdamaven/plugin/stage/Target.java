package io.lambdamaven.plugin.stage;

/** Where a stage lives. */
public enum Target {
    AWS,
    LOCAL
}
