package io.lambdamaven.plugin.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** {@code moto_server} on a free loopback port. */
public final class MotoServer implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MotoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; skips the test where it is not installed, unless {@code -Dlambda.moto.required=true}. */
    public static MotoServer start() throws IOException, InterruptedException {
        boolean installed = isInstalled();
        if (!Boolean.getBoolean("lambda.moto.required")) {
            Assumptions.assumeTrue(installed, "moto_server is not on the PATH: nothing was tested against an AWS API");
        } else if (!installed) {
            throw new IllegalStateException("moto_server is required and not on the PATH");
        }
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(dummyCredentials());
        MotoServer server = new MotoServer(builder.start(), port);
        try {
            server.awaitStart();
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "moto_server"))) {
                return true;
            }
        }
        return false;
    }

    /** A port that nobody listened on a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> dummyCredentials() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "MOTO_IAM_LOAD_MANAGED_POLICIES", "false");
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (true) {
            try {
                reset();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IOException("moto_server did not start", e);
                }
                Thread.sleep(100);
            }
        }
    }

    public int port() {
        return port;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Forgets everything. */
    public void reset() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(endpoint().resolve("/moto-api/reset"))
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("moto_server did not reset: " + answer.statusCode());
        }
    }

    /** What the next invocations of any function give, one each; no function really runs. */
    public void answerInvocations(String... payloads) throws IOException, InterruptedException {
        post("/moto-api/config", "{\"lambda\":{\"use_docker\":false}}");
        String results = Arrays.stream(payloads)
                .map(payload -> "\"" + payload.replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(","));
        post(
                "/moto-api/static/lambda-simple/response",
                "{\"results\":[" + results + "],\"account_id\":\"123456789012\",\"region\":\"eu-west-1\"}");
    }

    private void post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(endpoint().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("moto_server refused " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
