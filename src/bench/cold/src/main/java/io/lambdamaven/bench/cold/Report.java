package io.lambdamaven.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The table in Markdown. Ratios are taken round by round and then their median: what disturbs a round disturbs both. */
final class Report {
    private Report() {}

    static String of(List<Subject> subjects, Map<String, List<Trial.Times>> results) throws IOException {
        StringBuilder out = new StringBuilder();
        out.append("| subject | cold ms | min / quartiles / max | x floor | over floor ms | init ms | first event ms |")
                .append(" CPU ms | CPU x floor | jar KB |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Subject subject : subjects) {
            List<Trial.Times> times = results.get(subject.name());
            List<Trial.Times> floor = results.get(subject.floor());
            double[] cold = values(times, Trial.Times::cold);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f / %.0f / %.0f / %.0f | %s | %s | %.0f | %.1f | %.0f | %s | %d |%n",
                    subject.name(),
                    at(cold, 0.5),
                    at(cold, 0),
                    at(cold, 0.25),
                    at(cold, 0.75),
                    at(cold, 1),
                    ratio(times, floor, Trial.Times::cold),
                    over(times, floor),
                    at(values(times, Trial.Times::init), 0.5),
                    at(values(times, Trial.Times::first), 0.5),
                    at(values(times, Trial.Times::cpu), 0.5),
                    ratio(times, floor, Trial.Times::cpu),
                    Files.size(subject.jar()) / 1024));
        }
        return out.toString();
    }

    private static String ratio(List<Trial.Times> times, List<Trial.Times> floor, ToDoubleFunction<Trial.Times> what) {
        if (floor == null) {
            return "";
        }
        double[] ratios = new double[times.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = what.applyAsDouble(times.get(i)) / what.applyAsDouble(floor.get(i));
        }
        return String.format(Locale.ROOT, "%.2f", at(sorted(ratios), 0.5));
    }

    private static String over(List<Trial.Times> times, List<Trial.Times> floor) {
        if (floor == null) {
            return "";
        }
        double[] differences = new double[times.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = times.get(i).cold() - floor.get(i).cold();
        }
        return String.format(Locale.ROOT, "%.1f", at(sorted(differences), 0.5));
    }

    private static double[] values(List<Trial.Times> times, ToDoubleFunction<Trial.Times> what) {
        return sorted(times.stream().mapToDouble(what).toArray());
    }

    private static double[] sorted(double[] values) {
        java.util.Arrays.sort(values);
        return values;
    }

    /** Between two values where the place falls between them. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
