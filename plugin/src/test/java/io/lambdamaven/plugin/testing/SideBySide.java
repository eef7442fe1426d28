package io.lambdamaven.plugin.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same application hosted in the local Lambda and started directly: both have to answer alike. */
public final class SideBySide implements AutoCloseable {
    private static final int START_MILLIS = 60_000;
    private static final Pattern ANSWERS = Pattern.compile("Answers at http://localhost:(\\d+)");

    /** What a connection or a moment has for itself. */
    private static final List<String> OWN =
            List.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    private final int hosted;
    private final int direct;
    private final Process process;
    private final List<String> different = new ArrayList<>();
    private final List<String> changing = new ArrayList<>();
    private int requests;

    private SideBySide(int hosted, int direct, Process process) {
        this.hosted = hosted;
        this.direct = direct;
        this.process = process;
    }

    /**
     * Starts the application as somebody does who never heard of Lambda.
     *
     * @param deployed what {@code lambda:deploy} printed
     * @param java the arguments of {@code java}; in each of them, {@code {port}} is a free one
     */
    public static SideBySide start(File folder, String deployed, List<String> java)
            throws IOException, InterruptedException {
        Matcher answers = ANSWERS.matcher(deployed);
        if (!answers.find()) {
            throw new AssertionError("lambda:deploy does not say where it answers:\n" + deployed);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
        java.forEach(argument -> command.add(argument.replace("{port}", Integer.toString(port))));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder, "direct.log"));
        // As on Lambda; error pages say which language they are in.
        builder.environment().putAll(Map.of("LANG", "en_US.UTF-8", "LC_ALL", "en_US.UTF-8"));
        SideBySide both = new SideBySide(Integer.parseInt(answers.group(1)), port, builder.start());
        both.awaitStart();
        return both;
    }

    private void awaitStart() throws IOException, InterruptedException {
        long patience = System.nanoTime() + START_MILLIS * 1_000_000L;
        while (true) {
            try {
                new Socket("127.0.0.1", direct).close();
                // Some open the port before all behind it is in place.
                Thread.sleep(1_000);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > patience) {
                    close();
                    throw new AssertionError("The application does not start directly: see direct.log", e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** What differs from one answer to the next, wherever it is asked: a regular expression. */
    public SideBySide changing(String expression) {
        changing.add(expression);
        return this;
    }

    /** Asks both, and notes how their answers differ. */
    public void same(String method, String target) throws IOException {
        same(method, target, Map.of(), "");
    }

    public void same(String method, String target, Map<String, String> headers) throws IOException {
        same(method, target, headers, "");
    }

    /** @param body a text or bytes */
    public void same(String method, String target, Map<String, String> headers, Object body) throws IOException {
        byte[] bytes = bytes(body);
        compare(
                method + " " + target + " " + headers,
                ask(direct, method, target, headers, bytes),
                ask(hosted, method, target, headers, bytes));
    }

    /**
     * Asks the one started directly, and the function of the hosted one behind another front.
     *
     * @param lambda the port of the local Lambda's API
     * @param body a text or bytes
     */
    public void same(
            EventFront front,
            int lambda,
            String function,
            String method,
            String target,
            Map<String, String> headers,
            Object body)
            throws IOException {
        byte[] bytes = bytes(body);
        compare(
                front + " " + method + " " + target + " " + headers,
                ask(direct, method, target, headers, bytes),
                front.ask(lambda, function, method, target, told(headers), bytes));
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] given ? given : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void compare(String asked, Reply one, Reply other) {
        requests++;
        if (other.headers().getOrDefault("date", List.of()).size() > 1) {
            throw new AssertionError(asked + " has two dates: " + other.headers());
        }
        String wanted = shown(one, one);
        String got = shown(other, one);
        if (!got.equals(wanted)) {
            different.add(asked + "\n--- directly\n" + wanted + "\n--- hosted\n" + got);
        }
    }

    /** Asks the hosted one alone. */
    public Reply hosted(String method, String target, Map<String, String> headers) throws IOException {
        return ask(hosted, method, target, headers, new byte[0]);
    }

    /** Both are told the same host, for what they make of it. */
    private Reply ask(int port, String method, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        return Reply.ask(port, method, target, told(headers), body);
    }

    private SortedMap<String, String> told(Map<String, String> headers) {
        SortedMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", "localhost:" + hosted);
        all.putAll(headers);
        return all;
    }

    /** @param direct a front gives a type to what has none */
    private String shown(Reply reply, Reply direct) {
        StringBuilder text = new StringBuilder().append(reply.status()).append('\n');
        reply.headers().forEach((name, values) -> {
            boolean untold = name.equals("content-type") && direct.header(name) == null;
            if (!untold && !OWN.contains(name)) {
                // Two lines of a name mean the same as one with a comma, but for cookies.
                List<String> lines = name.equals("set-cookie")
                        ? values.stream().sorted().toList()
                        : List.of(String.join(", ", values));
                lines.forEach(value -> text.append(name + ": " + value + "\n"));
            }
        });
        String shown = text.append('\n').append(reply.text()).toString();
        for (String expression : changing) {
            shown = shown.replaceAll(expression, "...");
        }
        return shown;
    }

    /** Fails if any answer differed, and shows all that did. */
    public void check(int leastRequests) {
        if (!different.isEmpty() || requests < leastRequests) {
            throw new AssertionError(
                    different.size() + " of " + requests + " answers differ:\n\n" + String.join("\n\n", different));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
