package io.lambdamaven.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The same event again and again to one process a round, after as many events that are not measured. */
public final class Warm {
    private static final int EVENTS = 4_000;
    private static final int NANOS_OF_MICRO = 1_000;

    /** In microseconds: of the clock the median and the ninetieth percentile, of the processor the mean. */
    private record Times(double median, double high, double cpu) {}

    private Warm() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Options options = Options.of(args);
        List<Subject> subjects = new ArrayList<>(Subject.read(options.subjects()));
        List<String> wanted = options.wanted().isEmpty() ? List.of("http.floor", "web.") : options.wanted();
        subjects.removeIf(subject -> !subject.matches(wanted));
        Trial trial = new Trial(
                options,
                Path.of("cold", "target", "client").toAbsolutePath(),
                Files.createDirectories(Path.of("target")).resolve("warm").toAbsolutePath());
        Map<String, List<Times>> results = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (Subject subject : subjects) {
                results.computeIfAbsent(subject.name(), name -> new ArrayList<>())
                        .add(run(trial, subject));
            }
        }
        report(options.rounds(), subjects, results);
    }

    private static Times run(Trial trial, Subject subject) throws IOException, InterruptedException {
        try (EventLoop loop = new EventLoop(subject, EVENTS)) {
            Process process = trial.builder(subject, null, loop.address()).start();
            try {
                process.onExit().thenRun(() -> loop.fail("the process ended; its output is in " + trial.log(subject)));
                loop.warmed().get(240, TimeUnit.SECONDS);
                double before = Trial.cpu(process.pid());
                long[] nanos = loop.measured().get(240, TimeUnit.SECONDS);
                double cpu = (Trial.cpu(process.pid()) - before) * NANOS_OF_MICRO / EVENTS;
                Arrays.sort(nanos);
                return new Times(
                        (double) nanos[EVENTS / 2] / NANOS_OF_MICRO,
                        (double) nanos[EVENTS / 10 * 9] / NANOS_OF_MICRO,
                        cpu);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(subject.name() + ": " + e.getMessage(), e);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void report(int rounds, List<Subject> subjects, Map<String, List<Times>> results) {
        System.out.println(rounds + " rounds of " + EVENTS + " events, " + Runtime.version() + "\n\n"
                + "| subject | median us | 90 % us | CPU us | median x floor | CPU x floor |\n"
                + "| --- | --- | --- | --- | --- | --- |");
        for (Subject subject : subjects) {
            Times own = best(results.get(subject.name()));
            List<Times> others = results.get(subject.floor());
            Times floor = others == null ? own : best(others);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %.2f | %.2f |%n",
                    subject.name(),
                    own.median(),
                    own.high(),
                    own.cpu(),
                    own.median() / floor.median(),
                    own.cpu() / floor.cpu());
        }
    }

    /** What else the machine does only adds to it. */
    private static Times best(List<Times> rounds) {
        return new Times(
                rounds.stream().mapToDouble(Times::median).min().orElseThrow(),
                rounds.stream().mapToDouble(Times::high).min().orElseThrow(),
                rounds.stream().mapToDouble(Times::cpu).min().orElseThrow());
    }
}
