package io.lambdamaven.plugin.local.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a child prints, line by line. It is polled instead of read by a blocked thread, because only so can {@link
 * #drain} know at the end of an invocation that nothing of it is still under way.
 */
final class Output implements AutoCloseable {
    private static final int LONGEST_LINE = 256 * 1024;
    private static final long PAUSE_MILLIS = 10;

    private final InputStream in;
    private final FunctionLog log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> lines = new ArrayList<>();
    private final Thread poller;
    private volatile boolean closed;

    Output(InputStream in, FunctionLog log, String name) {
        this.in = in;
        this.log = log;
        poller = new Thread(this::poll, "output-" + name);
        poller.setDaemon(true);
    }

    void start() {
        poller.start();
    }

    private void poll() {
        while (!closed) {
            try {
                read();
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A line of Lambda's own. */
    synchronized void add(String text) {
        read();
        endLine();
        keep(text);
    }

    /** The lines since the last call, with all that has been printed until now. */
    synchronized List<String> drain() {
        read();
        endLine();
        List<String> drained = List.copyOf(lines);
        lines.clear();
        return drained;
    }

    private synchronized void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int ready = in.available(); ready > 0; ready = in.available()) {
                int count = in.read(buffer, 0, Math.min(ready, buffer.length));
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        keep(take());
                    } else {
                        line.write(buffer[i]);
                        if (line.size() >= LONGEST_LINE) {
                            keep(take());
                        }
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone and its output with it.
            closed = true;
        }
    }

    private void endLine() {
        if (line.size() > 0) {
            keep(take());
        }
    }

    private String take() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void keep(String text) {
        lines.add(text);
        log.write(text);
    }

    @Override
    public void close() {
        closed = true;
        poller.interrupt();
        synchronized (this) {
            read();
            endLine();
        }
    }
}
