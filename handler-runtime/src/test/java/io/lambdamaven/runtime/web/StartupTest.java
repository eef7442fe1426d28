package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an application counts as started. */
class StartupTest {
    private static volatile ServerSocket server;
    private static volatile boolean complete;

    private static void open() throws IOException {
        complete = false;
        server = new ServerSocket(Integer.getInteger("server.port"), 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    static final class Early {
        static void main(String[] args) throws Exception {
            open();
            Thread.sleep(5);
            complete = true;
        }
    }

    /** Waits for something of its own between the port and its end, as servers do for their threads. */
    static final class Halting {
        static void main(String[] args) throws Exception {
            open();
            CountDownLatch first = new CountDownLatch(1);
            Thread thread = new Thread(() -> {
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                first.countDown();
            });
            thread.start();
            first.await();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 10_000_000) {
                Thread.onSpinWait();
            }
            complete = true;
        }
    }

    static final class Patient {
        static final CountDownLatch END = new CountDownLatch(1);

        static void main(String[] args) throws Exception {
            open();
            END.await();
        }
    }

    static final class Busy {
        static void main(String[] args) throws Exception {
            open();
            while (!server.isClosed()) {
                Thread.onSpinWait();
            }
        }
    }

    static final class Late {
        static void main(String[] args) throws Exception {
            open();
            Thread.sleep(5);
            throw new IOException("no database");
        }
    }

    private static long start(Class<?> application) {
        long begun = System.nanoTime();
        WebHost.start(new MainStarter(application.getName()), 0, "", Map.of());
        return (System.nanoTime() - begun) / 1_000_000;
    }

    @Test
    void whatMainDoesBehindAnOpenPortIsWaitedFor() {
        start(Early.class);

        assertThat(complete).isTrue();
    }

    @Test
    void aShortWaitIsNotTakenForTheEndOfAStart() {
        start(Halting.class);

        assertThat(complete).isTrue();
    }

    @Test
    void aMainThatWaitsForItsServerIsNotWaitedFor() {
        assertThat(start(Patient.class)).isLessThan(2_000);
        Patient.END.countDown();
    }

    @Test
    void aMainThatServesByItselfIsNotWaitedForLong() {
        assertThat(start(Busy.class)).isLessThan(2_000);
    }

    @Test
    void aMainThatFailsBehindAnOpenPortFailsTheStart() {
        assertThatThrownBy(() -> start(Late.class)).hasRootCauseMessage("no database");
    }
}
