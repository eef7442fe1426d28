package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceType;
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
import org.jspecify.annotations.Nullable;

/** The resources of one function: itself, its role and log, its version and aliases; then what calls it. */
final class FunctionState {
    private static final int ROLE_NAME_LIMIT = 64;
    private static final int ENVIRONMENT_LIMIT = 4096;

    private final FunctionModel function;
    private final FunctionSettings settings;
    private final String codeSha256;
    private final @Nullable SlimCode slim;
    private final @Nullable String codeBucket;
    private final boolean onAws;
    private final Arns arns;
    private final FunctionExtras extras;
    private final OperatorState operators;
    private final Whereabouts where;
    private final String projectAndStage;
    private final SortedMap<String, String> variables = new TreeMap<>();
    private final SortedMap<String, String> tags;
    private final Placeholders placeholders;
    private final RemoteConfigState remoteConfig;
    private final Neighbours neighbours;
    private final Diagnostics faults;

    FunctionState(
            FunctionModel function,
            FunctionSettings settings,
            String project,
            String stage,
            Whereabouts where,
            String codeSha256,
            @Nullable SlimCode slim,
            @Nullable String codeBucket,
            boolean onAws,
            Neighbours neighbours,
            Diagnostics faults) {
        this.function = function;
        this.settings = settings;
        this.codeSha256 = codeSha256;
        this.slim = slim;
        this.codeBucket = codeBucket;
        this.onAws = onAws;
        this.neighbours = neighbours;
        this.arns = new Arns(where);
        this.extras = new FunctionExtras(settings, arns);
        this.operators = new OperatorState(function, settings, onAws);
        this.where = where;
        this.tags = new TreeMap<>(settings.tags());
        this.projectAndStage = project.substring(project.indexOf(':') + 1) + "-" + stage;
        tags.put(Desired.PROJECT_TAG, project);
        tags.put(Desired.STAGE_TAG, stage);
        this.placeholders = new Placeholders(settings.placeholders(), stage, where, faults);
        this.faults = faults;
        this.remoteConfig = new RemoteConfigState(settings.extras().remoteConfig(), placeholders, arns, onAws, faults);
    }

    List<Resource> resources() {
        Wires wires =
                new Wires(settings.functionName(), extras.logGroup(), arns, where, tags, placeholders, onAws, faults);
        TaskWiring tasks = new TaskWiring(function, settings.timeout(), neighbours, wires, projectAndStage);
        variables.putAll(tasks.wire());
        if (HttpState.isCorsOfFront(settings, wires)
                && function.routes().stream().anyMatch(FunctionState::hasCors)) {
            variables.put("LAMBDA_MAVEN__CORS", "front");
        }
        variables.putAll(new ConnectionsWiring(function, settings, neighbours, wires).wire());
        List<Resource> calling = new TriggerState(function, settings, wires, neighbours, faults).resources();
        String logGroup = extras.logGroup();
        List<Resource> resources = new ArrayList<>();
        operators.table(tags).ifPresent(resources::add);
        String role = role(logGroup, wires.allowances(), resources);
        resources.add(new LogGroup(logGroup, settings.logRetention(), tags));
        LambdaFunction lambda = lambda(role, logGroup);
        resources.add(lambda);
        if (slim != null) {
            slim.checkStorage(settings.functionName(), lambda.options().ephemeralStorage(), faults);
            resources.addAll(slim.objects());
        }
        resources.addAll(extras.parts(tasks.failures()));
        resources.addAll(published(digest(lambda)));
        resources.addAll(calling);
        return resources;
    }

    /** What the triggers name, to be made where it is missing. */
    Collection<Source> sources(List<Resource> resources) {
        List<Source> sources = new ArrayList<>(new MissingSources(arns, settings.timeout(), tags).of(resources));
        if (onAws && codeBucket != null) {
            sources.add(new Source(ResourceType.BUCKET, codeBucket, new TreeMap<>(), tags));
        }
        return sources;
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
        remoteConfig.allow(policy);
        String readable = slim == null ? null : slim.readable(arns);
        if (readable != null) {
            policy.allow(new Wires.Allowance(List.of("s3:GetObject"), List.of(readable)));
        }
        allowances.forEach(policy::allow);
        operators.allow(policy, arns);
        function.grants().forEach(policy::grant);
        String existing = settings.role();
        if (existing != null) {
            return arns.role(existing);
        }
        // Roles belong to the account, functions to a region of it.
        String name = roleName(settings, where);
        resources.add(new Role(name, RolePolicy.trust(), policy.text(), settings.permissionsBoundary(), tags));
        return name;
    }

    static String roleName(FunctionSettings settings, Whereabouts where) {
        return Digests.shortened(settings.functionName() + "-" + where.region(), ROLE_NAME_LIMIT);
    }

    private LambdaFunction lambda(String role, String logGroup) {
        return new LambdaFunction(
                settings.functionName(),
                settings.description(),
                settings.runtime(),
                settings.architecture(),
                slim == null ? function.handlerClass() : ApplicationJar.BOOTSTRAP,
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
        environment.putAll(operators.variables());
        environment.putAll(remoteConfig.variables());
        environment.putAll(variables);
        function.routes().stream()
                .map(Route::trigger)
                .filter(Trigger.Web.class::isInstance)
                .map(Trigger.Web.class::cast)
                .forEach(web -> WebVariables.add(web, settings.timeout(), environment));
        if (slim != null) {
            environment.putAll(slim.variables(function));
        }
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
        Integer keep = onAws ? settings.extras().keepVersions() : null;
        resources.add(new Version(settings.functionName(), codeSha256, digest, keep));
        aliases.forEach(alias -> resources.add(new Alias(settings.functionName(), alias, codeSha256, digest)));
        resources.add(new ConfigurationTag(settings.functionName(), digest, aliases));
        return resources;
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>(List.of(DerivedNames.LIVE));
        if (operators.hasAlias() || function.routes().stream().anyMatch(FunctionState::isTaskByLambda)) {
            aliases.add(DerivedNames.OPS);
        }
        if (function.routes().stream().anyMatch(route -> Catalog.isRaw(route.trigger()))) {
            aliases.add(DerivedNames.RAW);
        }
        return aliases;
    }

    private static boolean hasCors(Route route) {
        return route.trigger() instanceof Trigger.Http http && http.terms().cors() != null;
    }

    private static boolean isTaskByLambda(Route route) {
        return route.trigger() instanceof Trigger.Task task && task.transport().equals("LAMBDA");
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
