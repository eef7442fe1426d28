package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.socket.SocketHandler;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** One HTTP server for all ports, each with its own handler, all on loopback. */
final class Web implements AutoCloseable {
    /** Every request waits for its function. */
    private static final int MOST_THREADS = 400;

    /** A function may take 15 minutes, in which nothing goes over the wire. */
    private static final long IDLE_MILLIS = 16L * 60 * 1000;

    /** A path goes to the function as it is: with encoded slashes, empty segments and dots. */
    private static final UriCompliance AS_IT_CAME =
            new UriCompliance("AS_IT_CAME", EnumSet.complementOf(EnumSet.of(Violation.USER_INFO, Violation.FRAGMENT)));

    private final Server server;
    private final ServerWebSocketContainer sockets;
    private final Map<Integer, Request.Handler> handlers = new ConcurrentHashMap<>();
    private final Map<Integer, ServerConnector> connectors = new ConcurrentHashMap<>();

    Web() throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("local-lambda");
        server = new Server(threads);
        server.setHandler(new LoopbackGuard(
                new ByPort(),
                port -> handlers.get(port) instanceof FrontHandler,
                port -> handlers.get(port) instanceof SocketHandler));
        sockets = SocketHandler.container(server);
        server.start();
    }

    private final class ByPort extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Request.Handler handler = handlers.get(Request.getLocalPort(request));
            return handler != null && handler.handle(request, response, callback);
        }
    }

    /** What makes connections of requests. */
    ServerWebSocketContainer sockets() {
        return sockets;
    }

    /** Serves a port, or serves it otherwise from now on. */
    void serve(int port, Request.Handler handler) throws Exception {
        handlers.put(port, handler);
        if (connectors.containsKey(port)) {
            return;
        }
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(AS_IT_CAME);
        ServerConnector connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        try {
            connector.start();
        } catch (Exception e) {
            handlers.remove(port);
            throw e;
        }
        server.addConnector(connector);
        connectors.put(port, connector);
    }

    void close(int port) throws Exception {
        handlers.remove(port);
        ServerConnector connector = connectors.remove(port);
        if (connector != null) {
            connector.stop();
            server.removeConnector(connector);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop: " + e, e);
        }
    }
}
