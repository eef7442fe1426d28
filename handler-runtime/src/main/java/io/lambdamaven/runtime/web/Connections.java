package io.lambdamaven.runtime.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Connections that are kept for the next request. */
final class Connections {
    /** An environment sleeps between invocations, and an application closes what was idle: what is older is not tried. */
    private static final long FRESH_MILLIS = 1_000;

    private static final int MOST = 64;

    private final int port;
    private final Deque<Connection> idle = new ArrayDeque<>();

    Connections(int port) {
        this.port = port;
    }

    /** Sends a request and reads its answer. */
    WebResponse exchange(WebRequest request, int most, long deadline) throws IOException, ForwardException {
        Connection kept = take();
        if (kept != null && !request.isIdempotent() && !kept.isKept()) {
            // What cannot be sent twice goes over no connection that the application has closed since.
            kept.close();
            kept = null;
        }
        if (kept != null) {
            try {
                return exchange(kept, request, most, deadline);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // The application may have closed it in this very moment.
                if (kept.hasRead() || !request.isIdempotent()) {
                    throw e;
                }
            }
        }
        long left = (deadline - System.nanoTime()) / 1_000_000;
        return exchange(Connection.open(port, (int) Math.max(left, 1)), request, most, deadline);
    }

    private WebResponse exchange(Connection connection, WebRequest request, int most, long deadline)
            throws IOException, ForwardException {
        boolean done = false;
        try {
            connection.until(deadline);
            connection.send(request);
            ResponseReader reader = new ResponseReader(connection, most);
            WebResponse response = reader.read(request.isHead());
            done = reader.isKept();
            return response;
        } finally {
            if (done) {
                put(connection);
            } else {
                connection.close();
            }
        }
    }

    private synchronized @Nullable Connection take() {
        Connection last = idle.pollLast();
        if (last != null && System.currentTimeMillis() - last.idleSince() > FRESH_MILLIS) {
            last.close();
            closeAll();
            return null;
        }
        return last;
    }

    private synchronized void put(Connection connection) {
        if (idle.size() >= MOST) {
            connection.close();
            return;
        }
        connection.idle(System.currentTimeMillis());
        idle.addLast(connection);
    }

    synchronized void closeAll() {
        for (Connection each = idle.pollLast(); each != null; each = idle.pollLast()) {
            each.close();
        }
    }
}
