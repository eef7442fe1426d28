package io.lambdamaven.runtime.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An application that keeps what it was sent as it stood on the wire, and answers all with the same. */
final class WireApp {
    static volatile ServerSocket server;
    static volatile Received last;

    /** @param headers in lower case, lines of one name joined with commas */
    record Received(String line, Map<String, String> headers, byte[] body) {
        String target() {
            return line.split(" ")[1];
        }

        String path() {
            return target().split("\\?", 2)[0];
        }

        String query() {
            return target().contains("?") ? target().split("\\?", 2)[1] : "";
        }
    }

    private static final byte[] ANSWER =
            ("HTTP/1.1 201 Created\r\nContent-Type: application/x-own\r\nX-Two: 1\r\nX-Two: 2\r\n"
                            + "Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2, 3\r\nContent-Length: 3\r\n\r\n\000\377x")
                    .getBytes(StandardCharsets.ISO_8859_1);

    private WireApp() {}

    static void main(String[] args) throws IOException {
        server = new ServerSocket(Integer.getInteger("server.port"), 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(WireApp::accept, "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private static void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread worker = new Thread(() -> serve(socket), "worker");
                worker.setDaemon(true);
                worker.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                Map<String, String> headers = new LinkedHashMap<>();
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    String[] parts = header.split(": ", 2);
                    headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (a, b) -> a + "," + b);
                }
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                last = new Received(line, headers, body);
                socket.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // The host closed the connection.
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
