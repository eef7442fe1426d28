package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of classes that two inputs have in different forms, once per pair of inputs. */
final class Duplicates {
    private Duplicates() {}

    private record Pair(String first, String second) {}

    private record Holder(Input input, Input.Entry entry) {}

    /** @param inputs in the order in which a class is looked for */
    static void report(List<Input> inputs, Diagnostics warnings) {
        Map<String, Holder> first = new HashMap<>();
        Map<Pair, List<String>> differing = new LinkedHashMap<>();
        for (Input input : inputs) {
            for (Map.Entry<String, Input.Entry> entry : input.entries().entrySet()) {
                String name = entry.getKey();
                if (!name.endsWith(".class") || name.endsWith("package-info.class")) {
                    continue;
                }
                Holder holder = first.putIfAbsent(name, new Holder(input, entry.getValue()));
                if (holder != null && differ(holder.entry, entry.getValue())) {
                    Pair pair = new Pair(holder.input.label(), input.label());
                    differing.computeIfAbsent(pair, p -> new ArrayList<>()).add(name);
                }
            }
        }
        differing.forEach((pair, names) -> report(pair, names, warnings));
    }

    private static boolean differ(Input.Entry one, Input.Entry other) {
        return one.crc() != other.crc() || one.size() != other.size();
    }

    private static void report(Pair pair, List<String> names, Diagnostics warnings) {
        String shown = names.stream()
                .min(Comparator.naturalOrder())
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .orElseThrow();
        String summary = names.size() == 1
                ? "The class " + shown + " is another one in " + pair.first + "; that one is used."
                : names.size() + " classes, such as " + shown + ", are others in " + pair.first + "; those are used.";
        warnings.add(
                Problem.LM105,
                Place.of(pair.second),
                summary,
                "Keep one of the two: add <exclusions> to the <dependency> that brings the other.");
    }
}
