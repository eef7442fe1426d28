package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.Authorizer;
import io.lambdamaven.plugin.stage.HttpSettings.OfRoute;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks what is set for the front of a function's HTTP routes. */
final class HttpMerger {
    private static final String KNOWN = "authorizers, authorizer, routes (each with key, authorizer, scopes,"
            + " throttling, detailedMetrics), accessLog (destination, format), throttling (burstLimit, rateLimit),"
            + " detailedMetrics, disableExecuteApiEndpoint, ipAddressType; of an authorizer type, issuer, audience,"
            + " identitySources, scopes, function, payloadFormatVersion, simpleResponses, resultTtl, credentials";
    private static final List<String> OF_ROUTE =
            List.of("authorizer", "detailedMetrics", "scopes", "throttling.burstLimit", "throttling.rateLimit");
    private static final Pattern ADDRESSES = Pattern.compile("ipv4|dualstack");
    private static final int MOST_SCOPES = 10;

    /** One line of JSON. */
    private static final String JSON_LINE = "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTime\","
            + "\"ip\":\"$context.identity.sourceIp\",\"method\":\"$context.httpMethod\",\"path\":\"$context.path\","
            + "\"routeKey\":\"$context.routeKey\",\"protocol\":\"$context.protocol\",\"status\":\"$context.status\","
            + "\"responseLength\":\"$context.responseLength\",\"responseLatency\":\"$context.responseLatency\","
            + "\"error\":\"$context.error.message\",\"authorizerError\":\"$context.authorizer.error\","
            + "\"integrationError\":\"$context.integrationErrorMessage\"}";

    private final Values values;
    private final Diagnostics faults;
    private final Diagnostics warnings;

    HttpMerger(Values values, Diagnostics faults, Diagnostics warnings) {
        this.values = values;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** @param served whether there are routes to stand before */
    HttpSettings merge(HttpFront front, boolean served) {
        CorsMerger corsMerger = new CorsMerger(values, front, faults);
        BlockReader api = new BlockReader(Block.HTTP_API, values, faults);
        AlbMerger alb = new AlbMerger(values, faults);
        RestMerger rest = new RestMerger(values, faults, warnings);
        if (served) {
            warnIfIdle(Block.CORS, corsMerger.isSet() && front != HttpFront.API && front != HttpFront.URL, front);
            warnIfIdle(Block.HTTP_API, !api.isEmpty() && front != HttpFront.API, front);
            warnIfIdle(Block.REST, rest.isSet() && front != HttpFront.REST, front);
            warnIfIdle(Block.ALB, alb.isSet() && front != HttpFront.ALB, front);
        }
        Cors cors = corsMerger.merge();
        StageParts stage = new StageParts(api);
        SortedMap<String, Authorizer> authorizers = new AuthorizerMerger(api).merge();
        SortedMap<String, OfRoute> routes = routes(api, stage);
        String authorizer = api.text("authorizer");
        String addresses = api.text("ipAddressType", ADDRESSES, "is not offered.", "ipv4 or dualstack");
        HttpSettings settings = new HttpSettings(
                cors,
                authorizer == null ? "NONE" : authorizer,
                authorizers,
                routes,
                stage.accessLog(JSON_LINE),
                stage.throttling(""),
                Boolean.TRUE.equals(api.flag("detailedMetrics")),
                Boolean.TRUE.equals(api.flag("disableExecuteApiEndpoint")),
                addresses == null ? HttpApi.USUAL_ADDRESSES : addresses,
                alb.merge(served && front == HttpFront.ALB),
                rest.merge());
        api.end(KNOWN);
        return settings;
    }

    private void warnIfIdle(Block block, boolean idle, HttpFront front) {
        if (idle) {
            warnings.add(
                    Problem.LM259,
                    Place.of("<" + block.element() + ">"),
                    "It says nothing to what serves the routes, which is "
                            + front.name().toLowerCase(Locale.ROOT) + ".",
                    "Set " + Setting.HTTP.inPomAndCommandLine() + " to " + needed(block)
                            + ", or -Dlambda." + block.element()
                            + " to none.");
        }
    }

    private static String needed(Block block) {
        return switch (block) {
            case ALB -> "alb";
            case REST -> "rest";
            default -> "api";
        };
    }

    private SortedMap<String, OfRoute> routes(BlockReader api, StageParts stage) {
        TreeMap<String, OfRoute> routes = new TreeMap<>();
        for (String key : api.keys(Block.ROUTES, OF_ROUTE)) {
            String path = Block.ROUTES + "." + key;
            List<String> scopes =
                    api.list(path + ".scopes", StageParts.SCOPE, "is not a scope.", "scopes, joined by commas");
            routes.put(
                    key,
                    new OfRoute(
                            api.text(path + ".authorizer"),
                            scopes,
                            stage.throttling(path + "."),
                            api.flag(path + ".detailedMetrics")));
            if (key.isEmpty()) {
                stage.keyless();
            }
            if (scopes.size() > MOST_SCOPES) {
                api.fault(
                        Problem.LM257,
                        path,
                        scopes.size() + " scopes are more than the " + MOST_SCOPES + " that a route takes.",
                        "Remove some from its <scopes>.");
            }
        }
        return routes;
    }
}
