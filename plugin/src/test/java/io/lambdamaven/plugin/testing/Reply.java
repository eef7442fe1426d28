package io.lambdamaven.plugin.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answers to a request, read from the wire: no client in between that follows, decodes or adds anything.
 *
 * @param headers by their names in lower case
 * @param body joined from chunks
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * Asks a server on loopback, and lets it close the connection.
     *
     * @param headers to send besides {@code Content-Length}; {@code Host} among them
     */
    public static Reply ask(int port, String method, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (body.length > 0 || List.of("POST", "PUT", "PATCH").contains(method)) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(
                    head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return of(socket.getInputStream().readAllBytes());
        }
    }

    private static Reply of(byte[] wire) throws IOException {
        String text = new String(wire, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("No answer: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(parts[1].strip());
        }
        byte[] body = Arrays.copyOfRange(wire, end + 4, wire.length);
        boolean chunked = headers.containsKey("transfer-encoding");
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunks) {
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); ) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line), 16);
            out.write(chunks, line + 2, size);
            at = size == 0 ? text.length() : line + 4 + size;
        }
        return out.toByteArray();
    }

    /** The first of that name, or null. */
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /** The body, each byte a character, so that none is lost. */
    public String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
