package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.Settings;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.config.ConfigException;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A remote configuration over the life of an environment. */
class ConfiguredTest {
    private static final byte[] QUESTION = "{\"lambda-maven\":\"config-diff\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("settings.json");
        Files.writeString(file, "{\"PIN\":\"s3cret\",\"OLD\":\"x\"}");
    }

    @AfterEach
    void forget() {
        Settings.use(Map.of());
    }

    private Configured configured(String refresh) {
        return Configured.start(Map.of("LAMBDA_MAVEN__CONFIG", "file:" + file, Configured.REFRESH, refresh));
    }

    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void waitUntilOld() throws InterruptedException {
        Thread.sleep(1_050);
    }

    @Test
    void whatIsLoadedCountsAndIsToldInOneLineWithoutValues() {
        String log = logged(() -> configured("0"));
        assertThat(Settings.get("PIN")).isEqualTo("s3cret");
        assertThat(log).startsWith("2 settings from file:").contains("(sha256 ").hasLineCount(1);
        assertThat(log).doesNotContain("s3cret", "PIN", "OLD");
    }

    @Test
    void aStartFailsWithoutItsConfiguration() throws IOException {
        Files.writeString(file, "{\"PIN\":\"s3cret\"");
        assertThatThrownBy(() -> configured("0")).isInstanceOf(ConfigException.class);
        assertThat(Settings.remote()).isEmpty();
    }

    @Test
    void aRefreshTakesAWholeConfigurationAndDropsWhatIsGone() throws Exception {
        Configured configured = configured("1");
        Files.writeString(file, "{\"PIN\":\"other\"}");
        configured.renewIfOld(60_000);
        assertThat(Settings.get("PIN")).as("not yet").isEqualTo("s3cret");
        waitUntilOld();
        configured.renewIfOld(60_000);
        assertThat(Settings.remote()).isEqualTo(Map.of("PIN", "other"));
    }

    @Test
    void aFailedRefreshKeepsAllOfTheOldConfigurationAndSaysSoInOneLine() throws Exception {
        Configured configured = configured("1");
        Files.writeString(file, "{\"PIN\":\"newsecret\",\"OLD\":7}");
        waitUntilOld();
        String log = logged(() -> {
            configured.renewIfOld(60_000);
            configured.renewIfOld(60_000);
        });
        assertThat(Settings.remote()).isEqualTo(Map.of("PIN", "s3cret", "OLD", "x"));
        assertThat(log)
                .contains("the settings stay as they are")
                .hasLineCount(1)
                .doesNotContain("newsecret");
    }

    @Test
    void anUnchangedConfigurationIsNotLoggedAgain() throws Exception {
        Configured configured = configured("1");
        waitUntilOld();
        assertThat(logged(() -> configured.renewIfOld(60_000))).isEmpty();
    }

    @Test
    void withoutARefreshItStays() throws Exception {
        Configured configured = configured("0");
        Files.writeString(file, "{\"PIN\":\"other\"}");
        waitUntilOld();
        configured.renewIfOld(60_000);
        assertThat(Settings.get("PIN")).isEqualTo("s3cret");
    }

    @Test
    void aRestoreLoadsItAgainOrFails() throws Exception {
        Configured configured = configured("0");
        Files.writeString(file, "{\"PIN\":\"other\"}");
        configured.load();
        assertThat(Settings.get("PIN")).isEqualTo("other");
        Files.delete(file);
        assertThatThrownBy(configured::load).isInstanceOf(ConfigException.class);
    }

    @Test
    void differencesAreToldByKeyAndNeverByValue() throws Exception {
        Configured configured = configured("0");
        Files.writeString(file, "{\"PIN\":\"other\",\"NEW\":\"y\"}");
        String answer = new String(configured.differences(60_000), StandardCharsets.UTF_8);
        assertThat(answer)
                .contains("\"added\":[\"NEW\"],\"changed\":[\"PIN\"],\"removed\":[\"OLD\"]")
                .doesNotContain("s3cret", "\"other\"", "\"x\"", "\"y\"");
        assertThat(Settings.get("PIN")).as("asking changes nothing").isEqualTo("s3cret");
        Files.writeString(file, "[]");
        assertThat(new String(configured.differences(60_000), StandardCharsets.UTF_8))
                .contains("\"failure\":\"file:")
                .contains("it is not a JSON object");
    }

    @Test
    void onlyANumberedVersionIsAskedForDifferences() {
        assertThat(Probe.asksForDifferences(QUESTION, "7")).isTrue();
        assertThat(List.of("live", "ops", "raw", "")).noneMatch(alias -> Probe.asksForDifferences(QUESTION, alias));
        assertThat(Probe.asksForDifferences(
                        "{\"lambda-maven\":\"config-diff\" }".getBytes(StandardCharsets.UTF_8), "7"))
                .isFalse();
        assertThat(new String(Probe.differences(null, Invocation.through("7")), StandardCharsets.UTF_8))
                .isEqualTo("{\"lambda-maven\":\"config-diff\",\"sources\":[]}");
    }

    /** What the child JVM runs. */
    static final class Main {
        public static void main(String[] args) {
            new RoutedHandler(RouteTable.builder(Map.of()).build()) {
                @Override
                protected Object call(int route, Arguments in) {
                    return "served";
                }
            };
            System.out.println("MADE with PIN " + Settings.find("PIN").isPresent());
        }
    }

    @Test
    @Timeout(60)
    void aHandlerIsMadeWithItsConfigurationOrNotAtAllAndLoadsNothingOfItWithoutOne() throws Exception {
        assertThat(run("file:" + file)).anyMatch(line -> line.equals("MADE with PIN true"));
        assertThat(run("file:" + folder.resolve("none.json")))
                .noneMatch(line -> line.startsWith("MADE"))
                .anyMatch(line -> line.contains("ConfigException") && line.contains("cannot be read"));
        assertThat(run(""))
                .noneMatch(line -> line.startsWith("MADE"))
                .anyMatch(line -> line.contains("is not the address of a configuration"));
        assertThat(run(null))
                .contains("MADE with PIN false")
                .noneMatch(line -> line.contains("runtime.config.") || line.contains("runtime.Configured "));
    }

    private static List<String> run(String sources) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        if (sources != null) {
            java.environment().put("LAMBDA_MAVEN__CONFIG", sources);
        }
        Process process = java.redirectErrorStream(true).start();
        List<String> lines;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines()
                    .filter(line -> line.contains("lambdamaven") || line.startsWith("MADE"))
                    .toList();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
