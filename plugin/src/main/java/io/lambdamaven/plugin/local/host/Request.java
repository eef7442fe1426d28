package io.lambdamaven.plugin.local.host;

/** One invocation. */
public final class Request {
    private final byte[] payload;
    private final String invokedFunctionArn;

    public Request(byte[] payload, String invokedFunctionArn) {
        this.payload = payload;
        this.invokedFunctionArn = invokedFunctionArn;
    }

    /** The event. */
    public byte[] payload() {
        return payload;
    }

    /** With the qualifier, if there is one. */
    public String invokedFunctionArn() {
        return invokedFunctionArn;
    }
}
