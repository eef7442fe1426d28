package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a function is told of its remote configuration, and what its role needs to read it. */
final class RemoteConfigState {
    /** No placeholder's variable has two lines there. */
    private static final String VARIABLE = Placeholders.VARIABLE_PREFIX + "_CONFIG";

    private static final String REFRESH = VARIABLE + "_REFRESH";
    private static final Place PLACE = Place.of("<remoteConfig><sources>");

    private final RemoteConfigSettings settings;
    private final Arns arns;
    private final List<ConfigSource> sources = new ArrayList<>();

    RemoteConfigState(
            RemoteConfigSettings settings, Placeholders placeholders, Arns arns, boolean onAws, Diagnostics faults) {
        this.settings = settings;
        this.arns = arns;
        for (String written : settings.sources()) {
            String text = placeholders.resolve(written, PLACE, UnaryOperator.identity());
            if (text != null) {
                add(text, onAws, faults);
            }
        }
    }

    private void add(String text, boolean onAws, Diagnostics faults) {
        ConfigSource source = text.contains(",") ? null : ConfigSource.of(text, arns);
        if (source == null) {
            faults.add(
                    Problem.LM274,
                    PLACE,
                    "'" + text + "' is not a source of configuration.",
                    "Write " + ConfigSource.FORMS + " in <remoteConfig><sources> or -Dlambda.remoteConfig.sources.");
        } else if (source.isFile() && onAws) {
            faults.add(
                    Problem.LM275,
                    PLACE,
                    "'" + text + "' is a file of this machine, which no function on AWS can read.",
                    "Name another source in <remoteConfig><sources> for this stage, or set -Dlambda.target to local.");
        } else {
            sources.add(source);
        }
    }

    void allow(RolePolicy policy) {
        sources.forEach(source -> source.allowances().forEach(policy::allow));
        if (settings.kmsKey() != null) {
            policy.allow(new Wires.Allowance(List.of("kms:Decrypt"), List.of(arns.completed(settings.kmsKey()))));
        }
    }

    SortedMap<String, String> variables() {
        TreeMap<String, String> variables = new TreeMap<>();
        if (!sources.isEmpty()) {
            variables.put(VARIABLE, sources.stream().map(ConfigSource::text).collect(Collectors.joining(",")));
            if (settings.refresh() != null) {
                variables.put(REFRESH, settings.refresh().toString());
            }
        }
        return variables;
    }
}
