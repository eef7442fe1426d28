package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project in one stage: its settings, checked, and from them what should be there.
 *
 * @param warnings what the user should look at although it can be deployed
 */
public record Staged(Manifest manifest, StageSettings settings, List<Diagnostic> warnings) {
    private static final long DIRECT_LIMIT = 50L * 1024 * 1024;

    /** Stands for the real place while only looking for faults. */
    private static final Whereabouts ANYWHERE = new Whereabouts("aws", "us-east-1", "000000000000");

    public Staged {
        warnings = List.copyOf(warnings);
    }

    /**
     * Merges and checks without asking AWS anything.
     *
     * @throws UserFault with every fault of the settings
     */
    public static Staged of(Manifest manifest, Layers layers, String stage) {
        Diagnostics faults = new Diagnostics();
        Staged staged = merged(manifest, layers, stage, faults);
        staged.resources(ANYWHERE, "", faults, new ArrayList<>());
        throwIfAny(faults);
        return staged;
    }

    /**
     * The same for what only has to find the functions, such as an undeploy: no placeholder need have a value.
     *
     * @throws UserFault with every fault of the settings but those of placeholders, triggers and permissions
     */
    public static Staged toFind(Manifest manifest, Layers layers, String stage) {
        Diagnostics faults = new Diagnostics();
        Staged staged = merged(manifest, layers, stage, faults);
        throwIfAny(faults);
        return staged;
    }

    /**
     * What is set, and where.
     *
     * @throws UserFault as {@link #toFind} does
     */
    public static EffectiveSettings effective(Manifest manifest, Layers layers, String stage) {
        Diagnostics faults = new Diagnostics();
        EffectiveSettings effective = new SettingsMerger(manifest, layers, stage, faults, new Diagnostics())
                .effective(project(manifest), layers.ancestors(stage));
        throwIfAny(faults);
        return effective;
    }

    private static Staged merged(Manifest manifest, Layers layers, String stage, Diagnostics faults) {
        Diagnostics warnings = new Diagnostics();
        StageSettings settings = new SettingsMerger(manifest, layers, stage, faults, warnings).merge();
        return new Staged(
                manifest, settings, warnings.list().stream().distinct().toList());
    }

    /** Everything that should be there. */
    public Desired desired(Whereabouts where, Code code) {
        Diagnostics faults = new Diagnostics();
        List<String> notices = new ArrayList<>();
        List<Resource> resources = resources(where, code.sha256(), faults, notices);
        checkSigner(code, faults);
        checkSize(code, faults);
        throwIfAny(faults);
        return new Desired(project(), settings.stage(), functionNames(), resources, code.jar(), notices);
    }

    /** Whether a stage takes scripts is said after packing: what they need cannot be asked for there. */
    private void checkSigner(Code code, Diagnostics faults) {
        boolean scripts = settings.functions().stream()
                .anyMatch(each -> !each.extras().operators().scriptKeys().isEmpty());
        if (scripts && settings.target() == Target.AWS && !code.hasSigner()) {
            faults.add(
                    Problem.LM285,
                    Place.of("<" + Block.SCRIPT_KEYS.element() + ">"),
                    "A function that takes scripts writes down in a table which were there, by a signed request, and the"
                            + " signer is not in the jar.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project, or remove"
                            + " <scriptKeys>.");
        }
    }

    /** Told before anything is changed. */
    private void checkSize(Code code, Diagnostics faults) {
        if (settings.target() == Target.AWS && settings.codeBucket() == null && code.size() > DIRECT_LIMIT) {
            faults.add(
                    Problem.LM289,
                    Place.of(String.valueOf(code.jar().getFileName())),
                    "It has " + code.size() + " bytes, and Lambda takes " + DIRECT_LIMIT + " in a request.",
                    "Name a bucket to upload through with <codeBucket> or -Dlambda.codeBucket, if you like together with"
                            + " <layout>slim</layout>, or drop dependencies.");
        }
    }

    /** Nothing should be there: what an undeploy wants. */
    public Desired nothing() {
        return new Desired(project(), settings.stage(), functionNames(), List.of(), null);
    }

    /** The name at Lambda of each function, in the project's order. */
    public List<String> functionNames() {
        return settings.functions().stream().map(FunctionSettings::functionName).toList();
    }

    private String project() {
        return project(manifest);
    }

    private static String project(Manifest manifest) {
        ProjectId id = manifest.application().project();
        return id.groupId() + ":" + id.artifactId();
    }

    private List<Resource> resources(Whereabouts where, String codeSha256, Diagnostics faults, List<String> notices) {
        List<Resource> resources = new ArrayList<>();
        Map<ResourceId, Source> sources = new TreeMap<>();
        List<FunctionModel> functions = manifest.application().functions();
        Neighbours neighbours = new Neighbours(functions, settings.functions(), settings.taskBucket());
        SlimCode slim = SlimCode.of(manifest.applicationJar(), settings, project(), where, faults);
        for (int i = 0; i < functions.size(); i++) {
            FunctionState function = new FunctionState(
                    functions.get(i),
                    settings.functions().get(i),
                    project(),
                    settings.stage(),
                    where,
                    codeSha256,
                    slim,
                    settings.codeBucket(),
                    settings.target() == Target.AWS,
                    neighbours,
                    faults);
            List<Resource> own = function.resources();
            resources.addAll(own);
            if (settings.createMissing()) {
                // Of two functions that name the same the first one says how it is made.
                function.sources(own).forEach(source -> sources.putIfAbsent(source.id(), source));
            }
            notices.addAll(function.notices());
        }
        if (settings.target() == Target.AWS) {
            notices.addAll(neighbours.unasked());
        }
        // What tasks have of their own says itself how it is made.
        resources.forEach(each -> sources.remove(each.id()));
        resources.addAll(sources.values());
        NotificationOverlaps.check(resources, faults);
        SharedRules.check(resources, faults);
        SharedPools.check(resources, faults);
        SharedListeners.check(resources, faults);
        // Two functions may ask for the same of a bucket.
        return SharedLogs.joined(resources.stream().distinct().toList(), faults);
    }

    /** What is set for the whole project is found once for each function. */
    private static void throwIfAny(Diagnostics faults) {
        if (!faults.isEmpty()) {
            throw new UserFault(faults.list().stream().distinct().toList());
        }
    }
}
