package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as servers send them, sound and otherwise. */
class ResponseReaderTest {
    private boolean kept;

    @Test
    void interimAnswersArePassedOver() throws Exception {
        WebResponse response = read(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                false);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).asString().isEqualTo("ok");
        assertThat(kept).isTrue();
    }

    @Test
    void chunksAreJoinedAndTrailersDropped() throws Exception {
        WebResponse response = read(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n"
                        + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-T: 1\r\n\r\n",
                false);

        assertThat(response.body()).asString().isEqualTo("abc0123456789");
        assertThat(kept).isTrue();
    }

    @Test
    void withoutALengthTheBodyEndsWithTheConnection() throws Exception {
        assertThat(read("HTTP/1.0 200 OK\r\n\r\nall of it", false).body())
                .asString()
                .isEqualTo("all of it");
        assertThat(kept).isFalse();
    }

    @Test
    void answersToHeadAndWithoutContentHaveNoBody() throws Exception {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", true).body())
                .isEmpty();
        assertThat(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", false)
                        .body())
                .isEmpty();
        assertThat(read("HTTP/1.1 204 No Content\r\n\r\n", false).body()).isEmpty();
        assertThat(kept).isTrue();
    }

    @Test
    void aConnectionWithSomethingLeftIsNotUsedAgain() throws Exception {
        read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n", false);

        assertThat(kept).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no HTTP at all\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2OO OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\nNo colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad name: 1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
                "HTTP/1.1 200 OK\r\nX: "
            })
    void whatIsNoSoundAnswerIsRefused(String answer) {
        assertThatThrownBy(() -> read(answer, false)).isInstanceOf(IOException.class);
    }

    private WebResponse read(String answer, boolean head) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Connection connection = Connection.open(server.getLocalPort(), 1_000);
            try (Socket peer = server.accept()) {
                peer.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                peer.shutdownOutput();
                connection.until(System.nanoTime() + TimeUnit.SECONDS.toNanos(5));
                ResponseReader reader = new ResponseReader(connection, 1_000_000);
                WebResponse response = reader.read(head);
                kept = reader.isKept();
                return response;
            } finally {
                connection.close();
            }
        }
    }
}
