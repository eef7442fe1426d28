package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The libraries of the handler runtime that are packed only where a handler needs them, and what decides it. */
public final class RuntimeLibraries {
    private static final List<Entry> TABLE = List.of(new Entry(
            List.of(
                    "com.fasterxml.jackson.core:jackson-databind",
                    "com.fasterxml.jackson.core:jackson-core",
                    "com.fasterxml.jackson.core:jackson-annotations",
                    "com.fasterxml.jackson.datatype:jackson-datatype-jdk8"),
            "about 0.2 s of a cold start",
            "Handlers with String, byte[], HttpRequest or Map<String, Object> need none.",
            true,
            new DatabindRule()));

    private RuntimeLibraries() {}

    /** Whether, and why, a call needs the library. */
    @FunctionalInterface
    interface Rule {
        Optional<String> reason(HandlerCall call);
    }

    /** One library as {@link RuntimeLibrary} has it, with the rule that finds who needs it. */
    record Entry(List<String> artifacts, String cost, String otherwise, boolean anyValue, Rule rule) {}

    /** All such libraries, each with the handlers that need it. */
    public static List<RuntimeLibrary> of(ScannedProject project) {
        return of(project, TABLE);
    }

    static List<RuntimeLibrary> of(ScannedProject project, List<Entry> table) {
        return table.stream()
                .map(entry -> new RuntimeLibrary(
                        entry.artifacts, entry.cost, entry.otherwise, entry.anyValue, needs(project, entry.rule)))
                .toList();
    }

    private static List<Need> needs(ScannedProject project, Rule rule) {
        List<Need> needs = new ArrayList<>();
        for (ScannedFunction function : project.functions()) {
            for (HandlerCall call : function.calls()) {
                rule.reason(call)
                        .map(reason -> new Need(call.method().shortName(), reason))
                        .filter(need -> !needs.contains(need))
                        .ifPresent(needs::add);
            }
        }
        return needs;
    }
}
