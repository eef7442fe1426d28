package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that the application closes, or does not read, or leaves half answered. */
@Timeout(30)
class ConnectionsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nup";

    private ServerSocket server;
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread acceptor = new Thread(() -> {
            while (true) {
                try {
                    accepted.add(server.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
        acceptor.setDaemon(true);
        acceptor.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Connections connections() {
        return new Connections(server.getLocalPort());
    }

    private static WebRequest request(String method) {
        byte[] head = (method + " / HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new WebRequest(method, head, new byte[0]);
    }

    private static WebResponse ask(Connections connections, WebRequest request, long millis)
            throws IOException, ForwardException {
        return connections.exchange(request, 1_000_000, System.nanoTime() + millis * 1_000_000);
    }

    /** Reads one request of the next connection. */
    private Socket next() throws Exception {
        Socket socket = accepted.poll(10, TimeUnit.SECONDS);
        assertThat(socket).as("a connection").isNotNull();
        received(socket);
        return socket;
    }

    private void received(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return;
            }
            head.write(c);
        }
        received.add(head.toString(StandardCharsets.ISO_8859_1).split(" ")[0]);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Thread during(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void answer(Socket socket) throws IOException {
        socket.getOutputStream().write(OK.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatCannotBeSentTwiceGoesOverNoClosedConnection() throws Exception {
        Connections connections = connections();
        Thread serving = during(() -> {
            Socket first = next();
            answer(first);
            first.close();
            answer(next());
        });
        assertThat(ask(connections, request("GET"), 10_000).status()).isEqualTo(200);
        // The end arrives after the answer.
        Thread.sleep(100);

        assertThat(ask(connections, request("POST"), 10_000).status()).isEqualTo(200);
        serving.join();
        assertThat(received).containsExactly("GET", "POST");
    }

    @Test
    void aConnectionThatIsStillOpenServesTheNextRequest() throws Exception {
        Connections connections = connections();
        during(() -> {
            Socket socket = next();
            for (int i = 0; i < 3; i++) {
                answer(socket);
                received(socket);
            }
        });
        for (String method : List.of("GET", "POST", "POST")) {
            assertThat(ask(connections, request(method), 10_000).status()).isEqualTo(200);
        }
        assertThat(accepted).isEmpty();
        assertThat(received).startsWith("GET", "POST", "POST");
    }

    @Test
    void whatMayBeSentTwiceIsSentAgainWhereAConnectionEndsWithIt() throws Exception {
        Connections connections = connections();
        during(() -> {
            Socket first = next();
            answer(first);
            received(first);
            first.close();
            answer(next());
        });
        assertThat(ask(connections, request("GET"), 10_000).status()).isEqualTo(200);

        assertThat(ask(connections, request("GET"), 10_000).status()).isEqualTo(200);
        assertThat(received).containsExactly("GET", "GET", "GET");
    }

    @Test
    void whatMayNotBeSentTwiceIsNotSentAgain() throws Exception {
        Connections connections = connections();
        during(() -> {
            Socket first = next();
            answer(first);
            received(first);
            first.close();
        });
        assertThat(ask(connections, request("GET"), 10_000).status()).isEqualTo(200);

        assertThatThrownBy(() -> ask(connections, request("POST"), 10_000)).isInstanceOf(IOException.class);
        assertThat(received).containsExactly("GET", "POST");
        assertThat(accepted).isEmpty();
    }

    @Test
    void aSnapshotKeepsNoConnection() throws Exception {
        Connections connections = connections();
        Thread serving = during(() -> {
            Socket first = next();
            answer(first);
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            received.add("closed");
            answer(next());
        });
        assertThat(ask(connections, request("GET"), 10_000).status()).isEqualTo(200);
        connections.closeAll();

        assertThat(ask(connections, request("GET"), 10_000).status()).isEqualTo(200);
        serving.join();
        assertThat(received).containsExactly("GET", "closed", "GET");
    }

    @Test
    void anAnswerToHeadKeepsTheLengthOfWhatItHasNot() throws Exception {
        during(() -> next().getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(ask(connections(), request("HEAD"), 10_000).toHttp().headers())
                .containsEntry("Content-Length", List.of("9"));
    }

    @Test
    void anAnswerThatStopsHalfWayIsCutOffInTime() {
        Connections connections = connections();
        during(() -> next().getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".getBytes(StandardCharsets.ISO_8859_1)));
        long begun = System.nanoTime();

        assertThatThrownBy(() -> ask(connections, request("GET"), 300)).isInstanceOf(SocketTimeoutException.class);
        assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(250L, 5_000L);
    }

    /** More than the buffers of both sides hold. */
    @Test
    void aBodyThatNobodyReadsIsCutOffInTime() {
        Connections connections = connections();
        byte[] head =
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        long begun = System.nanoTime();

        assertThatThrownBy(() -> ask(connections, new WebRequest("POST", head, new byte[60_000_000]), 300))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("the request was not read");
        assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(250L, 5_000L);
    }
}
