package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays annotation, pom, stage and command line over each other, for the stage and for each of its functions. */
final class SettingsMerger {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

    private final Manifest manifest;
    private final String stage;
    private final List<RawSettings> layers;
    private final Diagnostics faults;
    private final Diagnostics warnings;
    private final Values values;
    private final List<Values> functionValues = new ArrayList<>();

    SettingsMerger(Manifest manifest, Layers layers, String stage, Diagnostics faults, Diagnostics warnings) {
        this.manifest = manifest;
        this.stage = stage;
        this.layers = layers.weakestFirst(stage, faults);
        this.faults = faults;
        this.warnings = warnings;
        this.values = new Values(this.layers, faults);
    }

    /** Always gives settings; what was wrong is reported and replaced by its default, so that the checks can go on. */
    StageSettings merge() {
        checkOverrides();
        List<FunctionSettings> functions =
                functions().stream().map(this::function).toList();
        checkNamesDiffer(functions);
        return new StageSettings(
                stage,
                values.word(Setting.TARGET, Target.class, Target.AWS),
                values.text(Setting.REGION, REGION, Problem.LM203, "is not a region.", "a region such as eu-central-1"),
                bucket(Setting.CODE_BUCKET),
                bucket(Setting.TASK_BUCKET),
                values.flag(Setting.CREATE_MISSING),
                new ConnectionMerger(values, faults).merge(),
                functions);
    }

    private @Nullable String bucket(Setting setting) {
        return values.text(
                setting, BUCKET, Problem.LM218, "is not the name of a bucket.", "the name of an existing bucket");
    }

    private List<FunctionModel> functions() {
        return manifest.application().functions();
    }

    private FunctionSettings function(FunctionModel function) {
        List<RawSettings> all = new ArrayList<>();
        all.add(annotation(function));
        for (RawSettings layer : layers) {
            all.add(layer);
            RawSettings own = layer.functions().get(function.name());
            if (own != null) {
                all.add(own);
            }
        }
        Values own = new Values(all, faults);
        functionValues.add(own);
        return new FunctionMerger(function, own, manifest.javaRelease(), faults, warnings)
                .merge(functionName(function));
    }

    /** What was merged, each value with the place that said it. */
    EffectiveSettings effective(String project, List<String> ancestors) {
        List<EffectiveSettings.OfFunction> functions = new ArrayList<>();
        List<FunctionSettings> merged = merge().functions();
        for (int i = 0; i < merged.size(); i++) {
            functions.add(EffectiveSettings.OfFunction.of(merged.get(i), functionValues.get(i)));
        }
        List<EffectiveSettings.Entry> stageWide = new ArrayList<>(Stream.of(Setting.values())
                .filter(setting -> !setting.byFunction())
                .map(values::effective)
                .toList());
        stageWide.addAll(values.effective("endpoints", RawSettings::endpoints));
        return new EffectiveSettings(project, stage, ancestors, stageWide, functions);
    }

    private static RawSettings annotation(FunctionModel function) {
        return RawSettings.from("@LambdaFunction")
                .set(Setting.DESCRIPTION, function.description())
                .set(Setting.MEMORY, function.memory())
                .set(Setting.TIMEOUT, function.timeout())
                .build();
    }

    /** A name set for the whole project is the default function's; the others add theirs. */
    private String functionName(FunctionModel function) {
        Values own = new Values(
                layers.stream()
                        .flatMap(layer -> Stream.ofNullable(layer.functions().get(function.name())))
                        .toList(),
                faults);
        String ownName = own.text(Setting.FUNCTION_NAME);
        if (ownName != null) {
            return ownName;
        }
        String suffix = function.name().isEmpty() ? "" : "-" + function.name();
        String projectName = new Values(layers, faults).text(Setting.FUNCTION_NAME);
        if (projectName != null) {
            return functions().size() == 1 ? projectName : projectName + suffix;
        }
        String artifactId = manifest.application().project().artifactId();
        return artifactId.replace('.', '-') + suffix + "-" + stage;
    }

    private void checkOverrides() {
        List<String> known = functions().stream().map(FunctionModel::name).toList();
        for (RawSettings layer : layers) {
            layer.functions().forEach((name, own) -> {
                if (!known.contains(name)) {
                    String named =
                            known.stream().filter(other -> !other.isEmpty()).collect(Collectors.joining(", "));
                    faults.add(
                            Problem.LM214,
                            Place.of("<functions><" + name + "> in " + layer.origin()),
                            "No class has @LambdaFunction(name = \"" + name + "\")"
                                    + (named.isEmpty() ? "." : "; known are " + named + "."),
                            "Remove <" + name + "> from <functions>, or correct its name.");
                }
                Stream<String> single = own.values().keySet().stream()
                        .filter(setting -> !setting.byFunction())
                        .map(Setting::element);
                Stream.concat(single, own.endpoints().isEmpty() ? Stream.empty() : Stream.of("endpoints"))
                        .forEach(element -> faults.add(
                                Problem.LM215,
                                Place.of("<functions><" + name + "><" + element + "> in " + layer.origin()),
                                "This is set once for all functions of a stage.",
                                "Move <" + element + "> out of <functions>."));
            });
        }
    }

    private void checkNamesDiffer(List<FunctionSettings> functions) {
        Map<String, String> taken = new HashMap<>();
        for (FunctionSettings function : functions) {
            String other = taken.putIfAbsent(function.functionName(), function.name());
            if (other != null) {
                faults.add(
                        Problem.LM210,
                        Place.of("<functionName>"),
                        "Two functions of the project would be called '" + function.functionName() + "'.",
                        "Give one of them another <functionName> in <functions><"
                                + (function.name().isEmpty() ? other : function.name()) + ">.");
            }
        }
    }
}
