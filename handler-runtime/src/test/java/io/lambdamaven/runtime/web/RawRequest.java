package io.lambdamaven.runtime.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One line of {@code requests.txt}: {@code METHOD target | Name: value || body}, with escapes in body and values. */
record RawRequest(String method, String target, List<String[]> headers, byte[] body) {
    static RawRequest parse(String line) {
        int bar = line.indexOf(" || ");
        String head = bar < 0 ? line : line.substring(0, bar);
        String[] parts = head.split(" \\| ");
        String[] first = parts[0].split(" ", 2);
        List<String[]> headers = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            headers.add(new String[] {
                parts[i].substring(0, colon), text(parts[i].substring(colon + 1).strip())
            });
        }
        return new RawRequest(first[0], first[1], headers, bytes(bar < 0 ? "" : line.substring(bar + 4)));
    }

    /** Escapes of code points, and of bytes. */
    private static String text(String escaped) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(escaped.charAt(i));
            }
        }
        return out.toString();
    }

    private static byte[] bytes(String escaped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\x", i)) {
                out.write(Integer.parseInt(escaped.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (escaped.startsWith("\\u", i)) {
                out.writeBytes(text(escaped.substring(i, i + 6)).getBytes(StandardCharsets.UTF_8));
                i += 5;
            } else {
                out.write(escaped.charAt(i));
            }
        }
        return out.toByteArray();
    }

    String path() {
        return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    }

    String query() {
        return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
    }

    /** As any client sends it. */
    byte[] onWire() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: shop.example\r\n");
        headers.forEach(
                each -> head.append(each[0]).append(": ").append(each[1]).append("\r\n"));
        if (body.length > 0 || method.equals("POST") || method.equals("PUT") || method.equals("PATCH")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** What the application answers to it without us: head and body, chunks joined. */
    Answer direct(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(onWire());
            return Answer.ofBytes(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    String functionUrl() {
        return new EventForms(this).functionUrl();
    }

    String httpApi() {
        return new EventForms(this).httpApi();
    }

    String balancer() {
        return new EventForms(this).balancer();
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    c < ' ' || c == '"' || c == '\\' || c > '~'
                            ? String.format("\\u%04x", (int) c)
                            : String.valueOf(c));
        }
        return out.append('"').toString();
    }
}
