package io.lambdamaven.runtime.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service on a free port of this machine: keeps what it is sent, answers what it is told to. */
public final class Loopback implements AutoCloseable {
    /** What arrived. */
    public static final class Sent {
        private final String method;
        private final URI uri;
        private final Map<String, String> headers;
        private final byte[] body;

        Sent(String method, URI uri, Map<String, String> headers, byte[] body) {
            this.method = method;
            this.uri = uri;
            this.headers = headers;
            this.body = body;
        }

        public String method() {
            return method;
        }

        public URI uri() {
            return uri;
        }

        public Map<String, String> headers() {
            return headers;
        }

        public byte[] body() {
            return body;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static {
        // Else head and body wait 40 ms for each other.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private record Answer(
            int status,
            String body,
            long delay,
            Map<String, String> headers,
            @Nullable Supplier<String> later) {
        Answer(int status, String body, long delay, Map<String, String> headers) {
            this(status, body, delay, headers, null);
        }
    }

    public final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final HttpServer server;
    private volatile Answer usual = new Answer(200, "{}", 0, Map.of());

    public Loopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    /** What the next request gets; later ones what was told later, and then 200. */
    public Loopback then(int status, String body) {
        return then(status, body, 0);
    }

    public Loopback then(int status, String body, long delayMillis) {
        answers.add(new Answer(status, body, delayMillis, Map.of()));
        return this;
    }

    public Loopback then(int status, String body, Map<String, String> headers) {
        answers.add(new Answer(status, body, 0, headers));
        return this;
    }

    /** With a body that is made of what has arrived, that request included. */
    public Loopback then(int status, Supplier<String> body) {
        answers.add(new Answer(status, "", 0, Map.of(), body));
        return this;
    }

    public Loopback always(int status, String body) {
        usual = new Answer(status, body, 0, Map.of());
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The environment of a function that is to find every service here. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        environment.put("AWS_SESSION_TOKEN", "TheSessionToken");
        environment.put("AWS_ENDPOINT_URL", url());
        return environment;
    }

    public Aws aws() {
        return new Aws(environment());
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answers.isEmpty() ? usual : answers.poll();
        sent.add(new Sent(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
        try {
            Thread.sleep(answer.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        String text = answer.later() == null ? answer.body() : answer.later().get();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
