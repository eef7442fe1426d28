package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What stands in front of a function's HTTP routes: an HTTP API with one route each, or a function URL. */
final class HttpState {
    private static final String LIVE = DerivedNames.LIVE;

    /** An HTTP API takes 300 routes; beyond this one route takes all and the function alone tells them apart. */
    private static final int MOST_ROUTES = 250;

    private final FunctionSettings settings;
    private final String name;
    private final Arns arns;
    private final Whereabouts where;
    private final Map<String, String> tags;
    private final TreeSet<String> routeKeys = new TreeSet<>();

    HttpState(FunctionSettings settings, Arns arns, Whereabouts where, Map<String, String> tags) {
        this.settings = settings;
        this.name = settings.functionName();
        this.arns = arns;
        this.where = where;
        this.tags = tags;
    }

    void add(Trigger.Http trigger) {
        routeKeys.add(trigger.method() + " " + trigger.path());
    }

    List<Resource> resources() {
        if (routeKeys.isEmpty()) {
            return List.of();
        }
        return switch (settings.http()) {
            case API -> api();
            case URL -> url();
            case NONE -> List.of();
        };
    }

    private List<Resource> api() {
        HttpApi api = new HttpApi(name, name, LIVE, tags);
        Permission permission = new Permission(
                name,
                LIVE,
                DerivedNames.HTTP_API_STATEMENT,
                "lambda:InvokeFunction",
                "apigateway.amazonaws.com",
                // Any stage and route of this one API: one statement, however many routes there are.
                arns.of("execute-api", HttpApi.idToken(name) + "/*/*"),
                where.account(),
                null,
                null,
                List.of(api.id()));
        List<Resource> resources = new ArrayList<>(List.of(api, permission));
        List<String> keys = routeKeys.size() > MOST_ROUTES ? List.of("$default") : List.copyOf(routeKeys);
        keys.forEach(key -> resources.add(new HttpRoute(name, key, permission.id())));
        return resources;
    }

    /** Since October 2025 a function URL needs both permissions. */
    private List<Resource> url() {
        String auth = settings.urlAuth().name();
        String principal = settings.urlAuth() == UrlAuth.NONE ? "*" : where.account();
        return List.of(
                new FunctionUrl(name, LIVE, auth),
                new Permission(
                        name,
                        LIVE,
                        DerivedNames.URL_STATEMENT,
                        "lambda:InvokeFunctionUrl",
                        principal,
                        null,
                        null,
                        auth,
                        null,
                        List.of()),
                new Permission(
                        name,
                        LIVE,
                        DerivedNames.URL_INVOKE_STATEMENT,
                        "lambda:InvokeFunction",
                        principal,
                        null,
                        null,
                        null,
                        true,
                        List.of()));
    }
}
