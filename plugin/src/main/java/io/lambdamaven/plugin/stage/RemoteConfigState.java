package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a function is told of its remote configuration, and what its role needs to read it. */
final class RemoteConfigState {
    /** No placeholder's variable has two lines there. */
    private static final String VARIABLE = Placeholders.VARIABLE_PREFIX + "_CONFIG";

    private static final String REFRESH = VARIABLE + "_REFRESH";
    /** Services that KMS tells of in {@code kms:ViaService} by the name that their sources begin with. */
    private static final Set<String> DECRYPTING = Set.of("s3", "secretsmanager", "ssm");

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
            policy.decrypt(arns.completed(settings.kmsKey()), decrypting());
        }
    }

    /** The services that decrypt for the function; empty where one of them may go by another name. */
    private List<String> decrypting() {
        TreeSet<String> services = new TreeSet<>();
        for (ConfigSource source : sources) {
            String scheme = source.text().substring(0, source.text().indexOf(':'));
            if (!DECRYPTING.contains(scheme)) {
                return List.of();
            }
            services.add(scheme);
        }
        return List.copyOf(services);
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
