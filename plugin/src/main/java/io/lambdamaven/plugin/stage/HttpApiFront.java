package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpRoute.Access;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.HttpStage.RouteSettings;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.OfRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An HTTP API before a function: its routes, who may call them, its stage and its access log. */
final class HttpApiFront {
    /** An HTTP API takes 300 routes; beyond this one route takes all and the function alone tells them apart. */
    private static final int MOST_ROUTES = 250;

    private static final String EVERYTHING = "$default";

    private final FunctionSettings function;
    private final HttpSettings settings;
    private final String name;
    private final Wires wires;
    private final Neighbours neighbours;

    HttpApiFront(FunctionSettings function, Wires wires, Neighbours neighbours) {
        this.function = function;
        this.settings = function.httpApi();
        this.name = function.functionName();
        this.wires = wires;
        this.neighbours = neighbours;
    }

    /**
     * @param declared keys of routes
     * @param preflights keys by which browsers ask first; they show nobody's credentials, so anybody may ask
     */
    List<Resource> resources(Set<String> declared, Set<String> preflights) {
        HttpApi api = new HttpApi(
                name,
                name,
                DerivedNames.LIVE,
                settings.cors(),
                settings.disableExecuteApiEndpoint(),
                settings.ipAddressType(),
                wires.tags());
        Permission permission = new Permission(
                name,
                DerivedNames.LIVE,
                DerivedNames.HTTP_API_STATEMENT,
                "lambda:InvokeFunction",
                "apigateway.amazonaws.com",
                // Any stage and route of this one API: one statement, however many routes there are.
                wires.arns().of("execute-api", HttpApi.idToken(name) + "/*/*"),
                wires.where().account(),
                null,
                null,
                List.of(api.id()));
        List<Resource> resources = new ArrayList<>(List.of(api, permission));
        TreeSet<String> all = new TreeSet<>(declared);
        all.addAll(preflights);
        boolean folded = all.size() > MOST_ROUTES;
        List<String> keys = folded ? List.of(EVERYTHING) : List.copyOf(all);
        if (!wires.onAws()) {
            // The local Lambda serves the routes and asks nobody.
            keys.forEach(key -> resources.add(new HttpRoute(name, key, permission.id())));
            return resources;
        }
        RouteChoices<OfRoute> choices = new RouteChoices<>(Block.HTTP_API, settings.routes(), OfRoute.NOTHING);
        checkRoutes(choices, folded);
        HttpAuthorizers authorizers = new HttpAuthorizers(name, settings, wires, neighbours);
        TreeMap<String, RouteSettings> ofRoutes = new TreeMap<>();
        for (String key : keys) {
            if (!folded && !declared.contains(key)) {
                resources.add(new HttpRoute(name, key, permission.id(), Access.OPEN));
                continue;
            }
            OfRoute choice = choices.of(key);
            Access access = authorizers.access(key, choice);
            resources.add(new HttpRoute(name, key, permission.id(), access));
            RouteSettings own = ofRoute(choice);
            if (own != null) {
                ofRoutes.put(key, own);
            }
        }
        resources.addAll(authorizers.resources());
        stage(ofRoutes, resources);
        return resources;
    }

    private void checkRoutes(RouteChoices<OfRoute> choices, boolean folded) {
        if (folded && settings.routes().keySet().stream().anyMatch(key -> !key.equals(EVERYTHING))) {
            wires.fault(
                    Problem.LM257,
                    Place.of("<httpApi><routes>"),
                    "Of more than " + MOST_ROUTES + " routes an HTTP API sees one only, $default, so what is set for"
                            + " single ones would not count.",
                    "Move some classes to a function of their own with @LambdaFunction(name), or say it for all in"
                            + " <httpApi>.");
        } else if (!folded) {
            choices.check(neighbours.routeKeys(), wires);
        }
    }

    /** API Gateway takes nothing from the defaults for a route that has settings of its own. */
    private @Nullable RouteSettings ofRoute(OfRoute choice) {
        if (choice.throttling() == null && choice.detailedMetrics() == null) {
            return null;
        }
        return new RouteSettings(
                choice.throttling() == null ? settings.throttling() : choice.throttling(),
                choice.detailedMetrics() == null ? settings.detailedMetrics() : choice.detailedMetrics());
    }

    private void stage(SortedMap<String, RouteSettings> ofRoutes, List<Resource> resources) {
        HttpStage.AccessLog log = null;
        ResourceId logGroup = null;
        HttpSettings.AccessLog said = settings.accessLog();
        if (said != null) {
            String destination = said.destination();
            if (destination == null) {
                LogGroup made = new LogGroup(DerivedNames.accessLog(name), function.logRetention(), wires.tags());
                resources.add(made);
                logGroup = made.id();
                destination = wires.arns().of("logs", "log-group:" + made.name());
            }
            log = new HttpStage.AccessLog(wires.arns().completed(destination), said.format());
        }
        RouteSettings defaults = new RouteSettings(settings.throttling(), settings.detailedMetrics());
        resources.add(new HttpStage(name, log, defaults, ofRoutes, logGroup, wires.tags()));
    }
}
