package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is set for a stage, each value with the place that said it.
 *
 * @param ancestors the stages that this one extends, nearest first
 * @param stageWide what is set once for all functions
 */
public record EffectiveSettings(
        String project, String stage, List<String> ancestors, List<Entry> stageWide, List<OfFunction> functions) {
    /** The origin of what nobody has set. */
    public static final String DEFAULT = "default";

    private static final int SCHEMA = 1;

    public EffectiveSettings {
        ancestors = List.copyOf(ancestors);
        stageWide = List.copyOf(stageWide);
        functions = List.copyOf(functions);
    }

    /**
     * One setting.
     *
     * @param name as in the pom, such as {@code memory} or {@code environment.LEVEL}
     * @param value as in the pom, or null for none
     * @param origin the place, such as {@code <stages><prod>}
     * @param form what it may be
     */
    public record Entry(String name, @Nullable String value, String origin, String form) {
        private String shown() {
            if (value == null) {
                return "(none)";
            }
            if (Secrets.isSecret(name)) {
                return "(secret)";
            }
            return value.isEmpty() ? "(empty)" : value.replaceAll("\\R", "\\\\n");
        }

        private JsonObject json() {
            return Json.object()
                    .putIfPresent(
                            "value",
                            value != null && Secrets.isSecret(name) ? "sha256:" + Digests.sha256Hex(value) : value)
                    .put("origin", origin)
                    .put("form", form)
                    .build();
        }
    }

    /**
     * What is set for one function.
     *
     * @param name its name in the project, empty for the default one
     * @param functionName its name at Lambda
     */
    public record OfFunction(String name, String functionName, List<Entry> entries) {
        public OfFunction {
            entries = List.copyOf(entries);
        }

        static OfFunction of(FunctionSettings merged, Values values) {
            List<Entry> entries = new ArrayList<>();
            for (Setting setting : Setting.values()) {
                if (setting == Setting.FUNCTION_NAME) {
                    // A name for the whole project is completed for each of several functions.
                    Entry said = values.effective(setting);
                    entries.add(new Entry(said.name(), merged.functionName(), said.origin(), said.form()));
                } else if (setting.byFunction()) {
                    entries.add(values.effective(setting));
                }
            }
            entries.addAll(values.effective("environment", RawSettings::environment));
            entries.addAll(values.effective("placeholders", RawSettings::placeholders));
            entries.addAll(values.effective("tags", RawSettings::tags));
            entries.addAll(values.effective(Block.SCRIPT_KEYS.element(), OfFunction::scriptKeys));
            return new OfFunction(merged.name(), merged.functionName(), entries);
        }

        private static SortedMap<String, String> scriptKeys(RawSettings said) {
            String prefix = Block.SCRIPT_KEYS.element() + ".";
            TreeMap<String, String> keys = new TreeMap<>();
            said.parts().tailMap(prefix).forEach((path, key) -> {
                if (path.startsWith(prefix)) {
                    keys.put(path.substring(prefix.length()), key);
                }
            });
            return keys;
        }
    }

    /** For people: what all functions share once, then what is a function's own. */
    public List<String> lines() {
        List<Entry> shared = new ArrayList<>(stageWide);
        functions.stream()
                .limit(1)
                .flatMap(first -> first.entries().stream())
                .filter(this::isShared)
                .forEach(shared::add);
        int width = Stream.concat(shared.stream(), functions.stream().flatMap(each -> each.entries().stream()))
                .mapToInt(entry -> entry.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("Settings of " + project + ", stage " + stage
                + (ancestors.isEmpty() ? "" : ", which extends " + String.join(", then ", ancestors)) + ":");
        shared.forEach(entry -> lines.add(line(entry, width)));
        for (OfFunction function : functions) {
            List<Entry> own = function.entries().stream()
                    .filter(entry -> !isShared(entry))
                    .toList();
            if (!own.isEmpty()) {
                lines.add(" function " + function.functionName() + ":");
                own.forEach(entry -> lines.add(line(entry, width)));
            }
        }
        return lines;
    }

    private boolean isShared(Entry entry) {
        return functions.stream().allMatch(function -> function.entries().contains(entry));
    }

    private static String line(Entry entry, int width) {
        return "  " + entry.name() + " ".repeat(width - entry.name().length()) + "  " + entry.shown() + "  ["
                + entry.origin() + "]";
    }

    /** For machines: each function with everything that counts for it; secrets as digests. */
    public JsonObject json() {
        JsonObject.Builder byName = Json.object();
        functions.forEach(function -> byName.put(
                function.functionName(),
                Json.object()
                        .put("name", function.name())
                        .put("settings", settings(function.entries()))
                        .build()));
        return Json.object()
                .put("schema", SCHEMA)
                .put("project", project)
                .put("stage", stage)
                .put("extends", Json.texts(ancestors))
                .put("settings", settings(stageWide))
                .put("functions", byName.build())
                .build();
    }

    private static JsonObject settings(List<Entry> entries) {
        JsonObject.Builder settings = Json.object();
        entries.forEach(entry -> settings.put(entry.name(), entry.json()));
        return settings.build();
    }
}
