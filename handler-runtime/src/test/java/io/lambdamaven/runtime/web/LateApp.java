package io.lambdamaven.runtime.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** An application that starts when it is let, opens its port or not, or fails. */
final class LateApp implements Starter, AutoCloseable {
    final CountDownLatch go = new CountDownLatch(1);
    private final String failure;
    private final boolean opens;
    private volatile HttpServer server;
    private volatile Thread main;

    private LateApp(String failure, boolean opens) {
        this.failure = failure;
        this.opens = opens;
    }

    static LateApp opening() {
        return new LateApp(null, true);
    }

    static LateApp deaf() {
        return new LateApp(null, false);
    }

    static LateApp failing(String why) {
        return new LateApp(why, false);
    }

    boolean isUp() {
        return server != null;
    }

    @Override
    public void start(ClassLoader loader, int port) throws Exception {
        main = Thread.currentThread();
        go.await();
        if (failure != null) {
            throw new IOException(failure);
        }
        if (opens) {
            HttpServer opened = HttpServer.create(Port.address(port), 0);
            opened.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'u', 'p'});
                exchange.close();
            });
            opened.start();
            server = opened;
        }
    }

    /** Lets it start, and waits until that is over. */
    void finish() throws InterruptedException {
        go.countDown();
        main.join();
    }

    @Override
    public String what() {
        return "shop.LateApp";
    }

    @Override
    public void close() {
        go.countDown();
        if (server != null) {
            server.stop(0);
        }
    }
}
