package io.lambdamaven.bench.cold;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts every subject once a round, in a new random order each round, so that whatever else this machine does meets all
 * alike. One unmeasured round comes first: files are then in memory.
 */
public final class Cold {
    private Cold() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Options options = Options.of(args);
        Path target = Files.createDirectories(Path.of("target"));
        List<Subject> subjects = new ArrayList<>(Subject.read(options.subjects()));
        subjects.removeIf(subject -> !subject.matches(options.wanted()));
        Trial trial = new Trial(
                options,
                Path.of("cold", "target", "client").toAbsolutePath(),
                target.resolve("cold").toAbsolutePath());
        Map<String, List<Trial.Times>> results = new LinkedHashMap<>();
        subjects.forEach(subject -> results.put(subject.name(), new ArrayList<>()));
        String loadBefore = load();
        try (Writer lines = Files.newBufferedWriter(target.resolve("cold.jsonl"))) {
            for (int round = 0; round <= options.rounds(); round++) {
                List<Subject> order = new ArrayList<>(subjects);
                Collections.shuffle(order);
                for (Subject subject : order) {
                    Trial.Times times = trial.run(subject);
                    if (round > 0) {
                        results.get(subject.name()).add(times);
                        lines.write(line(round, subject.name(), times));
                    }
                }
            }
        }
        if (options.rounds() == 0) {
            return;
        }
        System.out.println(options.rounds() + " rounds, " + Runtime.version() + ", "
                + (options.cpu().isEmpty() ? "not pinned" : "pinned to CPU " + options.cpu()) + ", code "
                + (options.unpacked() ? "unpacked" : "in its jar") + ", load of the machine before " + loadBefore
                + ", after " + load());
        System.out.println();
        System.out.print(Report.of(subjects, results));
    }

    private static String line(int round, String subject, Trial.Times times) {
        return String.format(
                Locale.ROOT,
                "{\"round\":%d,\"subject\":\"%s\",\"init_ms\":%.3f,\"first_ms\":%.3f,\"cold_ms\":%.3f,\"cpu_ms\":%.3f}%n",
                round,
                subject,
                times.init(),
                times.first(),
                times.cold(),
                times.cpu());
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
