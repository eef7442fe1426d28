package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {
    private RuntimeApi api;

    @BeforeEach
    void open() throws IOException {
        api = new RuntimeApi();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void refusesAnotherHostAndAnyOrigin() throws IOException {
        assertThat(post("init/error", "Host: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(post("init/error", "Host: " + api.address() + "\r\nOrigin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(api.initError()).isNotDone();

        assertThat(post("init/error", "Host: " + api.address())).startsWith("HTTP/1.1 202");
        assertThat(api.initError()).isCompleted();
    }

    @Test
    void refusesTheAnswerToAnInvocationThatDoesNotRun() throws IOException {
        assertThat(post("invocation/1234/response", "Host: " + api.address()))
                .startsWith("HTTP/1.1 400")
                .contains("InvalidRequestID");
        assertThat(post("invocation/1234/other", "Host: " + api.address())).startsWith("HTTP/1.1 404");
    }

    private String post(String path, String headers) throws IOException {
        int port = Integer.parseInt(api.address().substring("127.0.0.1:".length()));
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.getOutputStream()
                    .write(("POST /2018-06-01/runtime/" + path + " HTTP/1.1\r\n" + headers
                                    + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
