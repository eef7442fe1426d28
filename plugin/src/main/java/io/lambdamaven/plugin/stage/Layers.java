package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from.
 *
 * @param pom the plugin's configuration but for its stages
 * @param stages what differs by stage
 * @param commandLine what {@code -D} says
 */
public record Layers(RawSettings pom, Map<String, StageEntry> stages, RawSettings commandLine) {
    /** The stage there always is. */
    public static final String DEFAULT_STAGE = "dev";

    /** @param parent the stage that this one extends, or null */
    public record StageEntry(@Nullable String parent, RawSettings settings) {}

    public Layers {
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    }

    /** What counts for a stage, weakest first. */
    List<RawSettings> weakestFirst(String stage, Diagnostics faults) {
        List<RawSettings> layers = new ArrayList<>(lineage(stage, faults));
        Collections.reverse(layers);
        layers.add(0, pom);
        layers.add(commandLine);
        return layers;
    }

    /** The stages that one extends, nearest first; of those in a circle each once. */
    List<String> ancestors(String stage) {
        List<String> ancestors = new ArrayList<>();
        StageEntry entry = stages.get(stage);
        while (entry != null && entry.parent() != null && !ancestors.contains(entry.parent())) {
            ancestors.add(entry.parent());
            entry = stages.get(entry.parent());
        }
        return ancestors;
    }

    private List<RawSettings> lineage(String stage, Diagnostics faults) {
        Map<String, RawSettings> lineage = new LinkedHashMap<>();
        String child = null;
        String name = stage;
        while (name != null) {
            if (lineage.containsKey(name)) {
                faults.add(
                        Problem.LM201,
                        Place.of("<stages><" + stage + ">"),
                        "Stages extend each other in a circle: " + String.join(" -> ", lineage.keySet()) + " -> " + name
                                + ".",
                        "Remove one of the <extends> in <stages>.");
                break;
            }
            StageEntry entry = stages.get(name);
            if (entry == null) {
                if (!name.equals(DEFAULT_STAGE)) {
                    unknown(name, child, faults);
                }
                break;
            }
            lineage.put(name, entry.settings());
            child = name;
            name = entry.parent();
        }
        return List.copyOf(lineage.values());
    }

    private void unknown(String name, @Nullable String child, Diagnostics faults) {
        TreeSet<String> known = new TreeSet<>(stages.keySet());
        known.add(DEFAULT_STAGE);
        faults.add(
                Problem.LM200,
                Place.of(child == null ? "-Dlambda.stage" : "<stages><" + child + "><extends>"),
                "There is no stage '" + name + "'; known are " + String.join(", ", known) + ".",
                "Add <" + name + "> to <stages> in the plugin's <configuration>, or name another one"
                        + (child == null ? " with -Dlambda.stage." : " in <extends>."));
    }
}
