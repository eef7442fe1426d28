package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.plan.resource.Version;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The resources of one function: itself, its role and log, its version and aliases; then what calls it. */
final class FunctionState {
    private static final int ROLE_NAME_LIMIT = 64;
    private static final int ENVIRONMENT_LIMIT = 4096;

    private final FunctionModel function;
    private final FunctionSettings settings;
    private final String codeSha256;
    private final boolean onAws;
    private final Arns arns;
    private final FunctionExtras extras;
    private final Whereabouts where;
    private final SortedMap<String, String> tags;
    private final Placeholders placeholders;
    private final Neighbours neighbours;
    private final Diagnostics faults;

    FunctionState(
            FunctionModel function,
            FunctionSettings settings,
            String project,
            String stage,
            Whereabouts where,
            String codeSha256,
            boolean onAws,
            Neighbours neighbours,
            Diagnostics faults) {
        this.function = function;
        this.settings = settings;
        this.codeSha256 = codeSha256;
        this.onAws = onAws;
        this.neighbours = neighbours;
        this.arns = new Arns(where);
        this.extras = new FunctionExtras(settings, arns);
        this.where = where;
        this.tags = new TreeMap<>(settings.tags());
        tags.put(Desired.PROJECT_TAG, project);
        tags.put(Desired.STAGE_TAG, stage);
        this.placeholders = new Placeholders(settings.placeholders(), stage, where, faults);
        this.faults = faults;
    }

    List<Resource> resources() {
        Wires wires =
                new Wires(settings.functionName(), extras.logGroup(), arns, where, tags, placeholders, onAws, faults);
        List<Resource> calling = new TriggerState(function, settings, wires, neighbours, faults).resources();
        String logGroup = extras.logGroup();
        List<Resource> resources = new ArrayList<>();
        String role = role(logGroup, wires.allowances(), resources);
        resources.add(new LogGroup(logGroup, settings.logRetention(), tags));
        LambdaFunction lambda = lambda(role, logGroup);
        resources.add(lambda);
        resources.addAll(extras.parts());
        resources.addAll(published(digest(lambda)));
        resources.addAll(calling);
        return resources;
    }

    /** What the triggers name, to be made where it is missing. */
    Collection<Source> sources(List<Resource> resources) {
        return new MissingSources(arns, settings.timeout(), tags).of(resources);
    }

    /** What this version leaves to the user. */
    List<String> notices() {
        String name = settings.functionName();
        return LeftToUser.lines(
                function, alias -> arns.of("lambda", "function:" + name + ":" + alias), placeholders::shown);
    }

    private String role(String logGroup, List<Wires.Allowance> allowances, List<Resource> resources) {
        RolePolicy policy = new RolePolicy(arns, placeholders, faults).log(logGroup);
        extras.allow(policy);
        allowances.forEach(policy::allow);
        function.grants().forEach(policy::grant);
        String existing = settings.role();
        if (existing != null) {
            return arns.role(existing);
        }
        // Roles belong to the account, functions to a region of it.
        String name = Digests.shortened(settings.functionName() + "-" + where.region(), ROLE_NAME_LIMIT);
        resources.add(new Role(name, RolePolicy.trust(), policy.text(), settings.permissionsBoundary(), tags));
        return name;
    }

    private LambdaFunction lambda(String role, String logGroup) {
        return new LambdaFunction(
                settings.functionName(),
                settings.description(),
                settings.runtime(),
                settings.architecture(),
                function.handlerClass(),
                role,
                settings.memory(),
                settings.timeout(),
                environment(),
                logGroup,
                codeSha256,
                tags,
                extras.options());
    }

    /** Lambda measures the variables as one JSON text. */
    private Map<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>(settings.environment());
        environment.putAll(placeholders.variables());
        int size = Json.object().putAll(environment).build().canonicalBytes().length;
        if (size > ENVIRONMENT_LIMIT) {
            String longest = environment.entrySet().stream()
                    .sorted((a, b) ->
                            Integer.compare(b.getValue().length(), a.getValue().length()))
                    .limit(3)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            faults.add(
                    Problem.LM205,
                    Place.of("<environment>"),
                    "The environment of " + settings.functionName() + " has " + size + " bytes, Lambda takes "
                            + ENVIRONMENT_LIMIT + "; the longest values are " + longest + ".",
                    "Shorten or remove variables in <environment> or <placeholders>.");
        }
        return environment;
    }

    private List<Resource> published(String digest) {
        List<String> aliases = aliases();
        List<Resource> resources = new ArrayList<>();
        resources.add(new Version(settings.functionName(), codeSha256, digest));
        aliases.forEach(alias -> resources.add(new Alias(settings.functionName(), alias, codeSha256, digest)));
        resources.add(new ConfigurationTag(settings.functionName(), digest, aliases));
        return resources;
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>(List.of(DerivedNames.LIVE));
        if (function.routes().stream().anyMatch(route -> route.trigger() instanceof Trigger.Command)) {
            aliases.add(DerivedNames.OPS);
        }
        if (function.routes().stream().anyMatch(route -> Catalog.isRaw(route.trigger()))) {
            aliases.add(DerivedNames.RAW);
        }
        return aliases;
    }

    /** What makes another version necessary although the code is the same. */
    private static String digest(LambdaFunction lambda) {
        return Digests.sha256Hex(lambda.attributes().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(LambdaFunction.CODE)
                        && !entry.getKey().startsWith("tags."))
                .map(entry ->
                        Json.texts(List.of(entry.getKey(), entry.getValue())).canonical())
                .collect(Collectors.joining("\n")));
    }
}
