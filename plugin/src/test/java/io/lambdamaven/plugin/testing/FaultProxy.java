package io.lambdamaven.plugin.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands in front of an emulator on loopback, records each call, and does to it what a test asks for: an HTTP/1.1 server
 * of one request per connection, since a broken call is a broken connection.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int upstream;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Function<Call, Fault> faults = call -> new Fault.Pass();
    private volatile Runnable onKill = () -> {};
    private volatile boolean dead;

    private FaultProxy(ServerSocket server, int upstream) {
        this.server = server;
        this.upstream = upstream;
    }

    /** Listens on a free port. */
    public static FaultProxy before(MotoServer emulator) throws IOException {
        FaultProxy proxy = new FaultProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), emulator.port());
        Thread acceptor = new Thread(proxy::accept, "fault-proxy");
        acceptor.setDaemon(true);
        acceptor.start();
        return proxy;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** From now on each call goes through this; what was recorded is forgotten and numbers start at 1 again. */
    public void restart(Function<Call, Fault> newFaults) {
        synchronized (calls) {
            calls.clear();
            spans.clear();
            numbers.set(0);
            faults = newFaults;
            dead = false;
        }
    }

    /** Called once when a {@link Fault.Kill} strikes. */
    public void onKill(Runnable callback) {
        onKill = callback;
    }

    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /**
     * When a call was under way, by {@link System#nanoTime}.
     *
     * @param to when its answer had been given
     */
    public record Span(Call call, long from, long to) {}

    /** The calls that were answered. */
    public List<Span> spans() {
        synchronized (calls) {
            return List.copyOf(spans);
        }
    }

    /** Names of the calls that can change anything but the stage's lock and ledger, in order. */
    public List<String> writes() {
        return calls().stream()
                .filter(call -> call.writes() && !call.isBookkeeping())
                .map(Call::name)
                .toList();
    }

    /** What was sent with the newest call of this name; a fault may ask for that of its own call. */
    public String lastBody(String name) {
        return bodies.getOrDefault(name, "");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread thread = new Thread(() -> serve(client), "fault-proxy-call");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (dead) {
                return;
            }
            InputStream in = new BufferedInputStream(client.getInputStream());
            String[] line = line(in).split(" ", -1);
            if (line.length < 3) {
                return;
            }
            Map<String, String> headers = headers(in);
            if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            byte[] body = body(in, headers);
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            long from = System.nanoTime();
            Call call = record(line[0], line[1], headers, body);
            handle(call, line[0] + " " + line[1], headers, body, out);
            synchronized (calls) {
                // Before the answer is out, since what follows from it begins later.
                spans.add(new Span(call, from, System.nanoTime()));
            }
            out.flush();
        } catch (IOException e) {
            // The other side has gone, or was made to believe so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Call record(String method, String target, Map<String, String> headers, byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1);
        boolean form = headers.getOrDefault("content-type", "").contains("form-urlencoded");
        synchronized (calls) {
            Call call = Call.of(numbers.incrementAndGet(), method, target, headers, form ? start : "");
            calls.add(call);
            bodies.put(call.name(), new String(body, StandardCharsets.UTF_8));
            return call;
        }
    }

    private void handle(Call call, String request, Map<String, String> headers, byte[] body, OutputStream out)
            throws IOException, InterruptedException {
        Fault fault = faults.apply(call);
        if (dead || fault instanceof Fault.Drop) {
            return;
        }
        if (fault instanceof Fault.Kill) {
            dead = true;
            forward(request, headers, body);
            onKill.run();
        } else if (fault instanceof Fault.Answer answer) {
            out.write(refusal(call, headers, answer));
        } else if (fault instanceof Fault.Reply reply) {
            out.write(response(reply.status(), reply.headers(), reply.body()));
        } else {
            if (fault instanceof Fault.Delay delay) {
                Thread.sleep(delay.by().toMillis());
            }
            byte[] answer = forward(request, headers, body);
            if (!(fault instanceof Fault.LoseAnswer)) {
                out.write(answer);
            }
        }
    }

    private byte[] forward(String request, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            StringBuilder head = new StringBuilder(request).append(" HTTP/1.1\r\n");
            headers.forEach((name, value) -> {
                if (!List.of("connection", "expect", "transfer-encoding", "content-length")
                        .contains(name)) {
                    head.append(name).append(": ").append(value).append("\r\n");
                }
            });
            head.append("content-length: ").append(body.length).append("\r\nconnection: close\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    /** An error in the words of the service's protocol. */
    private static byte[] refusal(Call call, Map<String, String> headers, Fault.Answer answer) {
        boolean xml = headers.getOrDefault("content-type", "").contains("form-urlencoded");
        String content;
        if (call.service().equals("s3")) {
            content = "<Error><Code>" + answer.code() + "</Code><Message>" + answer.message() + "</Message></Error>";
        } else if (xml) {
            content = "<ErrorResponse><Error><Type>Sender</Type><Code>" + answer.code() + "</Code><Message>"
                    + answer.message() + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
        } else {
            content = "{\"__type\":\"" + answer.code() + "\",\"message\":\"" + answer.message() + "\"}";
        }
        String type = xml ? "text/xml" : headers.getOrDefault("content-type", "application/json");
        return response(answer.status(), Map.of("content-type", type, "x-amzn-errortype", answer.code()), content);
    }

    private static byte[] response(int status, Map<String, String> headers, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Told\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("content-length: ").append(bytes.length).append("\r\nconnection: close\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(bytes);
        return whole.toByteArray();
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            whole.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", -1)[0].strip(), 16);
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
