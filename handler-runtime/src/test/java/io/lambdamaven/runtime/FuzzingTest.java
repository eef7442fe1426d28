package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import io.lambdamaven.runtime.event.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes to answers, with bytes that nobody wrote. Each build fuzzes for some seconds; more with
 * {@code -Dlambda.fuzz.seconds=600 -Dtest=FuzzingTest}. What was found once is kept beside the tests and tried for ever.
 */
class FuzzingTest {
    private static final Path FINDINGS = Path.of("src", "test", "resources", "io", "lambdamaven", "runtime", "fuzz");
    private static final Path WORK = Path.of("target", "fuzz");

    static Stream<Path> findings() throws IOException {
        try (Stream<Path> files = Files.list(FINDINGS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void whatWasFoundOnceIsAnsweredOrRefused(Path finding) throws IOException {
        EventFuzzer.fuzzerTestOneInput(Files.readAllBytes(finding));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void noBytesCrashHangOrSwellTheHandler() throws Exception {
        int seconds = Integer.getInteger("lambda.fuzz.seconds", 10);
        Path seeds = Files.createDirectories(WORK.resolve("seeds"));
        int count = writeSeeds(seeds);
        assertThat(count).isPositive();
        Path corpus = Files.createDirectories(WORK.resolve("corpus"));
        Path output = WORK.resolve("jazzer.txt");
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Xss1m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jazzer.class.getName(),
                        "--target_class=" + EventFuzzer.class.getName(),
                        "--instrumentation_includes=io.lambdamaven.**",
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                        "--reproducer_path=" + WORK,
                        "-artifact_prefix=" + WORK + "/",
                        "-max_total_time=" + seconds,
                        "-max_len=20000",
                        "-timeout=10",
                        "-rss_limit_mb=2048",
                        "-print_final_stats=1",
                        corpus.toString(),
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jazzer.waitFor(seconds + 300L, TimeUnit.SECONDS)).isTrue();
        } finally {
            jazzer.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
        assertThat(jazzer.exitValue())
                .as(() -> String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size())))
                .isZero();
        assertThat(lines).anyMatch(line -> line.contains("stat::number_of_executed_units"));
    }

    /** The project's own samples, and those of a folder named by {@code -Dlambda.events}. */
    private static int writeSeeds(Path seeds) throws IOException {
        int count = 0;
        for (String sample : Samples.all().keySet()) {
            Files.writeString(seeds.resolve("sample-" + count++ + ".json"), sample.replace('\'', '"'));
        }
        String folder = System.getProperty("lambda.events", "");
        if (!folder.isBlank()) {
            try (Stream<Path> events = Files.walk(Path.of(folder))) {
                for (Path event : events.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    Files.copy(event, seeds.resolve("event-" + count++ + ".json"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return count;
    }
}
