package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import io.lambdamaven.plugin.plan.resource.UsagePlan;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.RestSettings.OfRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A REST API before a function: its methods, who may call them, its stage, and a usage plan where there are API keys. */
final class RestFront {
    /** A REST API takes 300 resources unless AWS is asked for more. */
    private static final int MOST_RESOURCES = 300;

    private static final List<String> PROXY = List.of("ANY /", "ANY /{proxy+}");

    private final FunctionSettings function;
    private final RestSettings settings;
    private final String name;
    private final String stageName;
    private final Wires wires;
    private final Neighbours neighbours;

    RestFront(FunctionSettings function, Wires wires, Neighbours neighbours) {
        this.function = function;
        this.settings = function.httpApi().rest();
        this.name = DerivedNames.restApi(function.functionName());
        this.stageName = settings.stage() == null ? wires.tags().getOrDefault(Desired.STAGE_TAG, "") : settings.stage();
        this.wires = wires;
        this.neighbours = neighbours;
    }

    /**
     * @param declared keys of routes
     * @param preflights keys by which browsers ask first; they show nobody's credentials, so anybody may ask
     */
    List<Resource> resources(Set<String> declared, Set<String> preflights) {
        if (!wires.onAws()) {
            // The local Lambda serves the routes and asks nobody.
            return new HttpApiFront(function, wires, neighbours).resources(declared, preflights);
        }
        TreeSet<String> all = new TreeSet<>(declared);
        all.addAll(preflights);
        RestPaths paths = new RestPaths(settings.proxy() ? PROXY : all);
        RouteChoices<OfRoute> choices = new RouteChoices<>(Block.REST, settings.routes(), OfRoute.NOTHING);
        check(paths, choices);
        RestAuthorizers authorizers = new RestAuthorizers(name, settings, wires, neighbours);
        TreeMap<String, RestApi.Method> methods = new TreeMap<>();
        TreeMap<String, MethodSettings> ofMethods = new TreeMap<>(Map.of(RestStage.ALL, settings.defaults()));
        paths.methods().forEach((key, method) -> {
            if (!settings.proxy() && !declared.contains(key)) {
                methods.put(method, new RestApi.Method(RestApi.NONE, null, List.of(), false));
                return;
            }
            OfRoute choice = choices.of(key);
            methods.put(method, authorizers.method(key, choice));
            if (choice.settings() != null) {
                ofMethods.put(method, choice.settings());
            }
        });
        RestApi api = new RestApi(
                name,
                function.functionName(),
                DerivedNames.LIVE,
                methods,
                authorizers.authorizers(),
                settings.options(),
                wires.tags());
        List<Resource> resources = new ArrayList<>(List.of(api));
        List<ResourceId> after = new ArrayList<>();
        Permission letIn = permission();
        resources.add(letIn);
        resources.addAll(authorizers.permissions());
        after.add(letIn.id());
        authorizers.permissions().forEach(each -> after.add(each.id()));
        HttpStage.AccessLog log = accessLog(resources, after);
        resources.add(new RestStage(
                name,
                stageName,
                Digests.sha256Hex(api.definition().toString()).substring(0, 16),
                ofMethods,
                log,
                settings.tracing(),
                settings.clientCertificateId(),
                wires.tags(),
                after));
        if (!settings.keys().isEmpty()) {
            resources.add(new UsagePlan(
                    name, stageName, settings.planThrottling(), settings.quota(), settings.keys(), wires.tags()));
        }
        return resources;
    }

    /** Any stage and method of this one API: one statement, however many there are. */
    private Permission permission() {
        return new Permission(
                function.functionName(),
                DerivedNames.LIVE,
                DerivedNames.REST_API_STATEMENT,
                "lambda:InvokeFunction",
                "apigateway.amazonaws.com",
                wires.arns().of("execute-api", HttpApi.idToken(name) + "/*/*"),
                wires.where().account(),
                null,
                null,
                List.of(RestApi.id(name)));
    }

    private HttpStage.@Nullable AccessLog accessLog(List<Resource> resources, List<ResourceId> after) {
        HttpSettings.AccessLog said = settings.accessLog();
        if (said == null) {
            return null;
        }
        String destination = said.destination();
        if (destination == null) {
            LogGroup made = new LogGroup(DerivedNames.accessLog(name), function.logRetention(), wires.tags());
            resources.add(made);
            after.add(made.id());
            destination = wires.arns().of("logs", "log-group:" + made.name());
        }
        return new HttpStage.AccessLog(wires.arns().completed(destination), said.format());
    }

    private void check(RestPaths paths, RouteChoices<OfRoute> choices) {
        if (settings.proxy()) {
            if (!settings.routes().isEmpty()) {
                wires.fault(
                        Problem.LM257,
                        Place.of("<rest><routes>"),
                        "With <proxy> the API sees no single routes, so what is set for them would not count.",
                        "Remove <proxy> or -Dlambda.rest.proxy, or say it for all in <rest>.");
            }
            return;
        }
        choices.check(neighbours.routeKeys(), wires);
        if (!paths.clashes().isEmpty()) {
            wires.fault(
                    Problem.LM251,
                    Place.of("<http>"),
                    "A REST API has one variable below a path, and takes either one segment or all the rest for it: "
                            + String.join(", ", paths.clashes()) + ".",
                    "Set <rest><proxy> or -Dlambda.rest.proxy to true, so that the function alone tells paths apart, or"
                            + " <http> or -Dlambda.http to api.");
        }
        if (paths.resources() > MOST_RESOURCES) {
            wires.fault(
                    Problem.LM251,
                    Place.of("<http>"),
                    "The routes have " + paths.resources() + " resources in the API's tree, and a REST API takes "
                            + MOST_RESOURCES + ".",
                    "Set <rest><proxy> or -Dlambda.rest.proxy to true, or move some classes to a function of their own"
                            + " with @LambdaFunction(name).");
        }
    }
}
