package io.lambdamaven.runtime.web;

/** Closes a connection whose writer waits too long. */
final class Cutter extends Thread {
    private final Connection connection;
    private final long deadline;
    private volatile boolean over;
    private volatile boolean cut;

    Cutter(Connection connection, long deadline) {
        super("lambda-maven-web-cutter");
        setDaemon(true);
        this.connection = connection;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        try {
            for (long left = left(); left > 0 && !over; left = left()) {
                Thread.sleep(left);
            }
        } catch (InterruptedException e) {
            return;
        }
        if (!over) {
            cut = true;
            connection.close();
        }
    }

    private long left() {
        return (deadline - System.nanoTime()) / 1_000_000;
    }

    boolean hasCut() {
        return cut;
    }

    void end() {
        over = true;
        interrupt();
    }
}
