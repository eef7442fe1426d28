package io.lambdamaven.plugin.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.lambdamaven.plugin.corpus.CorpusProject.Expected;
import io.lambdamaven.plugin.corpus.CorpusRun.Call;
import io.lambdamaven.plugin.corpus.CorpusRun.Outcome;
import io.lambdamaven.plugin.corpus.Handling.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every sample of a folder named by {@code -Dlambda.events=}, through code that this project generated: to a method
 * that takes AWS's class, to one that takes the whole event, and to one that takes what the event is about.
 */
final class CorpusConformanceTest {
    /** Of the order of calls; another one may be given to look for trouble. */
    private static final long SEED = Long.getLong("lambda.events.seed", 20261123);

    /** Samples that AWS's own serializer does not read into AWS's own class, by the end of their path. */
    private static final Map<String, String> UNREADABLE = Map.of(
            "connect--micronaut-aws--connect-event.json",
            "names its queue, where Amazon Connect sends an object",
            "sqs--powertools-lambda-python--integrate-idempotency-with-batch-processor-payload.json",
            "has an attribute of binary type that is no base64");

    @TempDir
    static Path folder;

    private static HttpServer services;
    private static CorpusProject project;
    private static List<Sample> samples;
    private static final Map<String, String> EVENTS = new TreeMap<>();
    private static final Map<String, Outcome> OUTCOMES = new TreeMap<>();
    private static List<String> differences;

    @BeforeAll
    static void run() throws Exception {
        String corpus = System.getProperty("lambda.events", "");
        assumeThat(corpus)
                .as("name a folder of sample events with -Dlambda.events=DIR to send them all")
                .isNotBlank();
        samples = Sample.in(Path.of(corpus));
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{}".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        services.setExecutor(Executors.newCachedThreadPool());
        services.start();
        project = new CorpusProject(folder, samples);
        String url = "http://127.0.0.1:" + services.getAddress().getPort();
        List<String> calls = new ArrayList<>();
        for (Expected one : project.expected()) {
            String event = project.event(one, url + "/stack");
            EVENTS.put(one.id(), event);
            String aws = one.form() == Form.AWS ? one.handling().aws() : "";
            calls.add(new Call(one.id(), project.handler(one), aws, event.getBytes(StandardCharsets.UTF_8)).line());
        }
        Path file = Files.write(folder.resolve("calls"), calls);
        start(file, url);
        for (String line : Files.readAllLines(folder.resolve("outcomes"))) {
            Outcome outcome = Outcome.of(line);
            OUTCOMES.put(outcome.id(), outcome);
        }
        differences = Files.readAllLines(folder.resolve("differences"));
    }

    private static void start(Path calls, String url) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CorpusRun.class.getName(),
                project.classes().toString(),
                calls.toString(),
                folder.resolve("outcomes").toString(),
                folder.resolve("differences").toString(),
                String.valueOf(SEED));
        builder.environment().putAll(project.environment());
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_FUNCTION_NAME", CorpusProject.FUNCTION,
                        "AWS_ENDPOINT_URL", url,
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "example"));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0).as(() -> tail(log)).isTrue();
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.stop(0);
        }
    }

    @Test
    void everySampleComesToItsMethodsAndIsAnsweredAsItsServiceWants() {
        List<String> wrong = new ArrayList<>();
        for (Expected one : project.expected()) {
            Outcome outcome = OUTCOMES.get(one.id());
            if (outcome.unreadable().isEmpty()) {
                Verdict.faults(one, EVENTS.get(one.id()), outcome).forEach(fault -> wrong.add(one.id() + " " + fault));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everySampleButThoseOfCloudFrontIsHandled() {
        assertThat(project.expected().stream().map(one -> one.sample().path()).collect(Collectors.toSet()))
                .isEqualTo(samples.stream()
                        .filter(sample -> !sample.word().equals("cloudfront"))
                        .map(Sample::path)
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatIsListedAsUnreadableIsSoToAwsItself(TestReporter reporter) {
        TreeSet<String> unreadable = new TreeSet<>();
        TreeSet<String> listed = new TreeSet<>();
        for (Expected one : project.expected()) {
            Outcome outcome = OUTCOMES.get(one.id());
            if (one.form() == Form.AWS && UNREADABLE.containsKey(name(one.id()))) {
                listed.add(name(one.id()));
            }
            if (!outcome.unreadable().isEmpty() && !one.handling().isNameless()) {
                unreadable.add(name(one.id()));
                assertThat(outcome.answer())
                        .as(one.id())
                        .contains("does not fit " + one.handling().aws());
                reporter.publishEntry(one.id(), outcome.unreadable());
            }
        }
        assertThat(unreadable).containsAll(listed);
    }

    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    @Test
    void orderAndCompanyChangeNoAnswer(TestReporter reporter) {
        reporter.publishEntry("seed", String.valueOf(SEED));
        assertThat(differences).as("seed " + SEED).isEmpty();
    }
}
