package io.lambdamaven.runtime.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection to the application, buffered for reading. Whatever it waits for ends at a deadline. */
final class Connection {
    private static final int MILLION = 1_000_000;

    private final SocketChannel channel;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int at;
    private int end;
    private long deadline;
    private long idleSince;
    private boolean read;

    private Connection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.socket = channel.socket();
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static Connection open(int port, int timeoutMillis) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(Port.address(port), timeoutMillis);
            return new Connection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the other side keeps it, as far as it is known here: asked without waiting, which a socket cannot. */
    boolean isKept() {
        try {
            channel.configureBlocking(false);
            // Nothing to be read: a byte that no request asked for is as bad as an end.
            boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
            channel.configureBlocking(true);
            return quiet;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param nanos of {@link System#nanoTime()}, when nothing is waited for any more */
    void until(long nanos) {
        deadline = nanos;
        read = false;
    }

    /** Sends a request; one that nobody reads would keep the writer for ever, so somebody watches long ones. */
    void send(WebRequest request) throws IOException {
        byte[] body = request.body();
        if (body.length == 0) {
            out.write(request.head());
            return;
        }
        if (body.length < buffer.length) {
            byte[] whole = new byte[request.head().length + body.length];
            System.arraycopy(request.head(), 0, whole, 0, request.head().length);
            System.arraycopy(body, 0, whole, request.head().length, body.length);
            out.write(whole);
            return;
        }
        Cutter cutter = new Cutter(this, deadline);
        cutter.start();
        try {
            out.write(request.head());
            out.write(body);
        } catch (IOException e) {
            if (cutter.hasCut()) {
                SocketTimeoutException timeout = new SocketTimeoutException("the request was not read");
                timeout.initCause(e);
                throw timeout;
            }
            throw e;
        } finally {
            cutter.end();
        }
    }

    /** The next byte, or -1. */
    int next() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    int next(byte[] into, int from, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        long left = (deadline - System.nanoTime()) / MILLION;
        if (left <= 0) {
            throw new SocketTimeoutException("the answer was not complete");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int count = in.read(buffer, 0, buffer.length);
        read = read || count > 0;
        at = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    /** Whether any byte came since the deadline was set. */
    boolean hasRead() {
        return read;
    }

    /** Whether there is something that belongs to no request. */
    boolean hasMore() {
        return at < end;
    }

    void idle(long millis) {
        idleSince = millis;
    }

    long idleSince() {
        return idleSince;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more is wanted from it.
            return;
        }
    }
}
