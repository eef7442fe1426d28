package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/** Thrown where the client of a WebSocket connection has left: nothing reaches it any more under this id. */
public final class ConnectionGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String connectionId;

    /**
     * @param connectionId that leads nowhere
     * @param cause what API Gateway said
     */
    public ConnectionGoneException(String connectionId, @Nullable Throwable cause) {
        super("the connection " + connectionId + " is gone", cause);
        this.connectionId = connectionId;
    }

    /**
     * Which one it was.
     *
     * @return its id
     */
    public String connectionId() {
        return connectionId;
    }
}
