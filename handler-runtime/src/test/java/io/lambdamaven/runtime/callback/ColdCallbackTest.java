package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.aws.Loopback;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a fresh JVM loads for an answer. */
@Timeout(120)
class ColdCallbackTest {
    /** What the child JVM runs: one event, answered by a method that returns nothing. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws Exception {
            byte[] event = args[1].getBytes(StandardCharsets.UTF_8);
            byte[] out = args[0].equals("cloudformation")
                    ? CloudFormationAnswer.answer(event, Call.of(20_000), () -> null)
                    : CodePipelineAnswer.answer(event, Call.of(20_000), () -> null);
            System.out.println("ANSWER " + new String(out, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCustomResourceNeedsNoSignerAndNoDataBinding() throws Exception {
        try (Loopback s3 = new Loopback()) {
            String event = "{\"RequestType\":\"Create\",\"ResponseURL\":\"" + s3.url() + "/x\"}";

            List<String> lines = run(s3, System.getProperty("java.class.path"), "cloudformation", event);

            assertThat(lines)
                    .contains("ANSWER null")
                    .noneMatch(line -> line.contains("software.amazon"))
                    .noneMatch(line -> line.contains("com.fasterxml.jackson.databind"));
            assertThat(s3.sent).hasSize(1);
        }
    }

    @Test
    void theSignerWritesNothingToTheLog() throws Exception {
        try (Loopback service = new Loopback()) {
            List<String> lines = run(
                    service,
                    System.getProperty("java.class.path"),
                    "codepipeline",
                    "{\"CodePipeline.job\":{\"id\":\"1\"}}");

            assertThat(lines)
                    .contains("ANSWER null")
                    .anyMatch(line -> line.contains("software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner"))
                    .noneMatch(line -> line.startsWith("SLF4J"))
                    .noneMatch(line -> line.contains("com.fasterxml.jackson.databind"));
            assertThat(service.sent).hasSize(1);
        }
    }

    @Test
    void withoutTheSignerItSaysWhatToAdd() throws Exception {
        try (Loopback service = new Loopback()) {
            String classPath = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .filter(entry -> !entry.contains("awssdk"))
                    .collect(Collectors.joining(File.pathSeparator));

            List<String> lines = run(service, classPath, "codepipeline", "{\"CodePipeline.job\":{\"id\":\"1\"}}");

            assertThat(lines)
                    .anyMatch(line -> line.contains("need software.amazon.awssdk:http-auth-aws, which is not packed"));
            assertThat(service.sent).isEmpty();
        }
    }

    private static List<String> run(Loopback service, String classPath, String... args)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("cold", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load=info",
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        args[0],
                        args[1])
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(service.environment());
        Process java = builder.start();
        assertThat(java.waitFor(100, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output);
        Files.delete(output);
        return lines;
    }
}
