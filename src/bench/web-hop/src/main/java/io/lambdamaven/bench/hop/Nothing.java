package io.lambdamaven.bench.hop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Reads a request and writes what it always writes. */
public final class Nothing {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"id\":\"42/10\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private Nothing() {}

    public static void main(String[] args) throws IOException {
        ServerSocket server =
                new ServerSocket(Integer.getInteger("server.port", 8080), 50, InetAddress.getLoopbackAddress());
        while (true) {
            Socket socket = server.accept();
            socket.setTcpNoDelay(true);
            new Thread(() -> serve(socket)).start();
        }
    }

    /** A request without a body. */
    private static void serve(Socket socket) {
        byte[] buffer = new byte[16 * 1024];
        try (socket) {
            InputStream in = socket.getInputStream();
            int end = 0;
            for (int n = in.read(buffer); n > 0; n = in.read(buffer, end, buffer.length - end)) {
                end += n;
                if (buffer[end - 2] == '\r' && buffer[end - 1] == '\n' && buffer[end - 4] == '\r') {
                    socket.getOutputStream().write(ANSWER);
                    end = 0;
                }
            }
        } catch (IOException e) {
            // The other side is gone.
            return;
        }
    }
}
