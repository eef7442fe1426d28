package io.lambdamaven.plugin.stage;

/** Whether a new version is asked if it starts before its aliases move. */
public enum ProbeMode {
    AUTO,
    ON,
    OFF;

    /** An emulator behind an endpoint need not be able to run Java. */
    public boolean asks(boolean endpointIsSet) {
        return this == ON || (this == AUTO && !endpointIsSet);
    }
}
