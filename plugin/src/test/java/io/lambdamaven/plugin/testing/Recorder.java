package io.lambdamaven.plugin.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes down each request, as an endpoint or as a proxy, and answers what it was told to. */
public final class Recorder implements AutoCloseable {
    private final ServerSocket server;
    private final Function<Request, Answer> answers;
    private final List<Request> requests = new ArrayList<>();

    /**
     * What was asked.
     *
     * @param line method and target
     * @param headers by lower-case name
     */
    public record Request(String line, Map<String, String> headers, String body) {
        /** A field of a form. */
        public String field(String name) {
            for (String pair : body.split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    /** What is answered. */
    public record Answer(int status, String header, String body) {}

    private Recorder(ServerSocket server, Function<Request, Answer> answers) {
        this.server = server;
        this.answers = answers;
    }

    /** Listens on a free port of loopback. */
    public static Recorder start(Function<Request, Answer> answers) throws IOException {
        Recorder recorder = new Recorder(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
        Thread thread = new Thread(recorder::accept, "recorder");
        thread.setDaemon(true);
        thread.start();
        return recorder;
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Methods and targets alone, in order. */
    public List<String> lines() {
        return requests().stream().map(Request::line).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException e) {
                // Closed, or the other side has gone.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        String first = line(in);
        if (first.isEmpty()) {
            return;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        Request request = new Request(
                first.substring(0, first.lastIndexOf(' ')), headers, new String(body, StandardCharsets.UTF_8));
        synchronized (requests) {
            requests.add(request);
        }
        Answer answer = answers.apply(request);
        byte[] content = answer.body().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + answer.status() + " Told\r\n"
                + (answer.header().isEmpty() ? "" : answer.header() + "\r\n") + "content-length: " + content.length
                + "\r\nconnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().write(content);
        client.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
