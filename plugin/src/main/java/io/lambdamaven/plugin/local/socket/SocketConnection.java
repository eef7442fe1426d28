package io.lambdamaven.plugin.local.socket;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** One client's connection; public for Jetty, which calls it by reflection. */
public final class SocketConnection implements Session.Listener.AutoDemanding {
    /** Characters of a frame, of three bytes at most: API Gateway's frames have up to 32 KB. */
    private static final int FRAME = 10_000;

    private static final long PATIENCE_SECONDS = 10;

    private final Client client;
    private final SocketTraffic traffic;
    private final Clock clock;
    private volatile @Nullable Session session;
    private volatile Instant lastActive;

    SocketConnection(Client client, SocketTraffic traffic, Clock clock) {
        this.client = client;
        this.traffic = traffic;
        this.clock = clock;
        this.lastActive = client.connectedAt();
    }

    Client client() {
        return client;
    }

    Instant lastActive() {
        return lastActive;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        traffic.came(this);
    }

    @Override
    public void onWebSocketText(String message) {
        lastActive = clock.instant();
        traffic.said(this, message);
    }

    /** As API Gateway does. */
    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(StatusCode.BAD_DATA, "Binary frames are not supported");
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        traffic.left(this, code, reason == null ? "" : reason);
        callback.succeed();
    }

    /** Sends a text; false if the client has left. */
    synchronized boolean send(String text) throws InterruptedException {
        int from = 0;
        do {
            int to = Math.min(text.length(), from + FRAME);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            if (!part(text.substring(from, to), to == text.length())) {
                return false;
            }
            from = to;
        } while (from < text.length());
        lastActive = clock.instant();
        return true;
    }

    private boolean part(String text, boolean last) throws InterruptedException {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return false;
        }
        try {
            Callback.Completable sent = new Callback.Completable();
            open.sendPartialText(text, last, sent);
            sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    void close(int code, String reason) {
        Session open = session;
        if (open != null) {
            open.close(code, reason, Callback.NOOP);
        }
    }
}
