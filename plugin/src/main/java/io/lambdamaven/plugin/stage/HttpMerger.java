package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.AccessLog;
import io.lambdamaven.plugin.stage.HttpSettings.Authorizer;
import io.lambdamaven.plugin.stage.HttpSettings.OfRoute;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is set for the front of a function's HTTP routes. */
final class HttpMerger {
    private static final String KNOWN = "authorizers, authorizer, routes (each with key, authorizer, scopes,"
            + " throttling, detailedMetrics), accessLog (destination, format), throttling (burstLimit, rateLimit),"
            + " detailedMetrics, disableExecuteApiEndpoint, ipAddressType; of an authorizer type, issuer, audience,"
            + " identitySources, scopes, function, payloadFormatVersion, simpleResponses, resultTtl, credentials";
    private static final List<String> OF_ROUTE =
            List.of("authorizer", "detailedMetrics", "scopes", "throttling.burstLimit", "throttling.rateLimit");
    private static final Pattern SCOPE = Pattern.compile("[^\\s,]+");
    private static final Pattern LOG_GROUP =
            Pattern.compile("arn:[a-z-]+:logs:[a-z0-9-]*:[0-9]*:log-group:[A-Za-z0-9_./#-]{1,512}(:\\*)?");
    private static final Pattern ADDRESSES = Pattern.compile("ipv4|dualstack");
    private static final int MOST_REQUESTS = 1_000_000;
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
        if (served) {
            warnIfIdle(Block.CORS, corsMerger.isSet() && front != HttpFront.API && front != HttpFront.URL, front);
            warnIfIdle(Block.HTTP_API, !api.isEmpty() && front != HttpFront.API, front);
        }
        Cors cors = corsMerger.merge();
        SortedMap<String, Authorizer> authorizers = new AuthorizerMerger(api).merge();
        SortedMap<String, OfRoute> routes = routes(api);
        String authorizer = api.text("authorizer");
        String addresses = api.text("ipAddressType", ADDRESSES, "is not offered.", "ipv4 or dualstack");
        HttpSettings settings = new HttpSettings(
                cors,
                authorizer == null ? "NONE" : authorizer,
                authorizers,
                routes,
                accessLog(api),
                throttling(api, ""),
                Boolean.TRUE.equals(api.flag("detailedMetrics")),
                Boolean.TRUE.equals(api.flag("disableExecuteApiEndpoint")),
                addresses == null ? HttpApi.USUAL_ADDRESSES : addresses);
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
                    "Set " + Setting.HTTP.inPomAndCommandLine() + " to api, or -Dlambda." + block.element()
                            + " to none.");
        }
    }

    private SortedMap<String, OfRoute> routes(BlockReader api) {
        TreeMap<String, OfRoute> routes = new TreeMap<>();
        for (String key : api.keys(Block.ROUTES, OF_ROUTE)) {
            String path = Block.ROUTES + "." + key;
            List<String> scopes = api.list(path + ".scopes", SCOPE, "is not a scope.", "scopes, joined by commas");
            routes.put(
                    key,
                    new OfRoute(
                            api.text(path + ".authorizer"),
                            scopes,
                            throttling(api, path + "."),
                            api.flag(path + ".detailedMetrics")));
            if (key.isEmpty()) {
                api.fault(
                        Problem.LM257,
                        Block.ROUTES,
                        "A <route> does not say which one it is.",
                        "Add <key>GET /orders/{id}</key> to it, or <key>* /admin/*</key> for several.");
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

    private static @Nullable Throttling throttling(BlockReader api, String path) {
        Integer burst = api.number(path + "throttling.burstLimit", 0, MOST_REQUESTS, "requests");
        Double rate = api.decimal(path + "throttling.rateLimit", 0, MOST_REQUESTS, "requests a second");
        if ((burst == null) != (rate == null)) {
            String missing = path + "throttling." + (burst == null ? "burstLimit" : "rateLimit");
            api.fault(
                    Problem.LM257,
                    missing,
                    "API Gateway takes a limit that is not given for 0, and lets nothing through.",
                    api.set(missing) + " too.");
        }
        return burst == null || rate == null ? null : new Throttling(burst, rate);
    }

    private static @Nullable AccessLog accessLog(BlockReader api) {
        boolean parts = !api.names("accessLog").isEmpty();
        Boolean said = api.flag("accessLog");
        String destination =
                api.text("accessLog.destination", LOG_GROUP, "is not the ARN of a log group.", "a log group's ARN");
        String format = api.text("accessLog.format");
        if (Boolean.FALSE.equals(said) || (said == null && !parts)) {
            return null;
        }
        String line = format == null ? JSON_LINE : format.strip().replaceAll("\\s*\\R\\s*", " ");
        if (!line.contains("$context.requestId") && !line.contains("$context.extendedRequestId")) {
            api.fault(
                    Problem.LM258,
                    "accessLog.format",
                    "The format has neither $context.requestId nor $context.extendedRequestId.",
                    "Add one of them to <httpApi><accessLog><format> or -Dlambda.httpApi.accessLog.format.");
        }
        return new AccessLog(
                destination == null || !destination.endsWith(":*")
                        ? destination
                        : destination.substring(0, destination.length() - 2),
                line);
    }
}
