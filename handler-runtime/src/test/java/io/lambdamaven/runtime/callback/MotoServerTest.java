package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.ConfigEvaluation.Compliance;
import io.lambdamaven.runtime.aws.Aws;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against an AWS API that somebody else has written, where {@code moto_server} is installed. */
@Timeout(120)
class MotoServerTest {
    private static String url;
    private static Process process;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("lambda.moto.required")) {
            Assumptions.assumeTrue(isInstalled(), "moto_server is not on the PATH");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = "http://127.0.0.1:" + port;
        process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 600 && process.isAlive() && !answers(); i++) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void signedEvaluationsAreTaken() throws Exception {
        byte[] event = event("TESTMODE");

        assertThat(ConfigAnswer.answer(event, Call.of(60_000), () -> Compliance.COMPLIANT, aws()))
                .asString()
                .isEqualTo("null");
    }

    @Test
    void aRefusalIsReadAsAwsWritesIt() {
        byte[] event = event("");

        assertThatThrownBy(() -> ConfigAnswer.answer(event, Call.of(60_000), () -> Compliance.COMPLIANT, aws()))
                .hasMessageStartingWith("Config Service PutEvaluations failed with status 400"
                        + " InvalidResultTokenException: The resultToken provided is invalid");
    }

    private static byte[] event(String token) {
        return ("{\"resultToken\":\"" + token + "\",\"accountId\":\"123456789012\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static Aws aws() {
        return new Aws(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL_CONFIG_SERVICE", url));
    }

    private static boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(url + "/moto-api/data.json").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "moto_server"))) {
                return true;
            }
        }
        return false;
    }
}
