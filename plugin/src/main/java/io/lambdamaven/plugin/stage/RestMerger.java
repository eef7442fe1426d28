package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.ApiPolicies;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import io.lambdamaven.plugin.plan.resource.UsagePlan.Quota;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.RestSettings.Authorizer;
import io.lambdamaven.plugin.stage.RestSettings.OfRoute;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is set for the REST API before a function's HTTP routes. */
final class RestMerger {
    private static final String KNOWN = "proxy, stage, authorizers, authorizer, apiKeyRequired, routes (each with key,"
            + " authorizer, scopes, apiKeyRequired, throttling, detailedMetrics, logLevel, dataTrace), throttling"
            + " (burstLimit, rateLimit), detailedMetrics, logLevel, dataTrace, accessLog (destination, format), tracing,"
            + " clientCertificateId, description, endpointType, vpcEndpointIds, binaryMediaTypes,"
            + " minimumCompressionSize, policy, disableExecuteApiEndpoint, apiKeys, usagePlan (throttling, quota with"
            + " limit and period); of an authorizer type, function, userPools, identitySources, scopes, resultTtl,"
            + " validation, credentials";
    private static final List<String> OF_ROUTE = List.of(
            "apiKeyRequired",
            "authorizer",
            "dataTrace",
            "detailedMetrics",
            "logLevel",
            "scopes",
            "throttling.burstLimit",
            "throttling.rateLimit");
    private static final Pattern STAGE = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern LEVEL = Pattern.compile("(?i)OFF|ERROR|INFO");
    private static final Pattern ENDPOINT = Pattern.compile("(?i)EDGE|REGIONAL|PRIVATE");
    private static final Pattern VPC_ENDPOINT = Pattern.compile("vpce-[0-9a-f]{8,32}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("none|[A-Za-z0-9*+.-]+/[A-Za-z0-9*+.-]+");
    private static final Pattern PERIOD = Pattern.compile("(?i)DAY|WEEK|MONTH");
    private static final String PRIVATE = "PRIVATE";

    /** What API Gateway compresses at most. */
    private static final int MOST_BYTES = 10_485_760;

    private static final int MOST_CALLS = 1_000_000_000;

    /** One line of JSON. */
    private static final String JSON_LINE = "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTime\","
            + "\"ip\":\"$context.identity.sourceIp\",\"method\":\"$context.httpMethod\",\"path\":\"$context.path\","
            + "\"resource\":\"$context.resourcePath\",\"protocol\":\"$context.protocol\",\"status\":\"$context.status\","
            + "\"responseLength\":\"$context.responseLength\",\"responseLatency\":\"$context.responseLatency\","
            + "\"error\":\"$context.error.message\",\"authorizerError\":\"$context.authorizer.error\","
            + "\"integrationError\":\"$context.integration.error\"}";

    private final BlockReader rest;
    private final StageParts stage;
    private final Diagnostics warnings;

    RestMerger(Values values, Diagnostics faults, Diagnostics warnings) {
        this.rest = new BlockReader(Block.REST, values, faults);
        this.stage = new StageParts(rest);
        this.warnings = warnings;
    }

    boolean isSet() {
        return !rest.isEmpty();
    }

    RestSettings merge() {
        SortedMap<String, Authorizer> authorizers = new RestAuthorizerMerger(rest).merge();
        MethodSettings defaults = settings("", MethodSettings.USUAL);
        SortedMap<String, OfRoute> routes = routes(defaults);
        String authorizer = rest.text("authorizer");
        RestSettings settings = new RestSettings(
                Boolean.TRUE.equals(rest.flag("proxy")),
                rest.text("stage", STAGE, "cannot be the name of a stage.", "1 to 128 letters, digits, - and _"),
                authorizer == null ? RestApi.NONE : authorizer,
                Boolean.TRUE.equals(rest.flag("apiKeyRequired")),
                authorizers,
                routes,
                defaults,
                stage.accessLog(JSON_LINE),
                Boolean.TRUE.equals(rest.flag("tracing")),
                rest.text("clientCertificateId"),
                options(),
                rest.list(
                        "apiKeys", KEY, "is not a name for an API key.", "names of up to 64 letters, digits, - and _"),
                stage.throttling("usagePlan."),
                quota());
        rest.end(KNOWN);
        warnOfKeys(settings);
        return settings;
    }

    private RestApi.Options options() {
        String type = rest.text("endpointType", ENDPOINT, "is not offered.", "EDGE, REGIONAL or PRIVATE");
        List<String> endpoints = rest.list(
                "vpcEndpointIds",
                VPC_ENDPOINT,
                "is not the id of a VPC endpoint.",
                "ids such as vpce-0123456789abcdef0");
        RestApi.Options options = new RestApi.Options(
                rest.text("description"),
                type == null ? "REGIONAL" : type.toUpperCase(Locale.ROOT),
                endpoints,
                binaryMediaTypes(),
                rest.number("minimumCompressionSize", 0, MOST_BYTES, "bytes"),
                policy(),
                Boolean.TRUE.equals(rest.flag("disableExecuteApiEndpoint")));
        boolean closed = options.endpointType().equals(PRIVATE);
        if (closed && options.policy() == null) {
            rest.fault(
                    Problem.LM250,
                    "policy",
                    "Nobody can call a private API that has no resource policy.",
                    rest.set("policy") + " to one that allows execute-api:Invoke on execute-api:/* to your VPC, with a"
                            + " condition on aws:SourceVpc or aws:SourceVpce.");
        }
        if (!closed && !endpoints.isEmpty()) {
            rest.fault(
                    Problem.LM250,
                    "vpcEndpointIds",
                    "Only a private API has VPC endpoints.",
                    rest.set("endpointType") + " to PRIVATE, or remove <vpcEndpointIds>.");
        }
        return options;
    }

    /** The function can answer with anything, so everything is binary unless it is said otherwise. */
    private List<String> binaryMediaTypes() {
        boolean said = rest.has("binaryMediaTypes");
        List<String> types = rest.list(
                "binaryMediaTypes", MEDIA_TYPE, "is not a media type.", "media types such as image/*, or none");
        return said ? types.stream().filter(type -> !type.equals("none")).toList() : List.of("*/*");
    }

    private @Nullable String policy() {
        String text = rest.text("policy");
        if (text == null) {
            return null;
        }
        try {
            return ApiPolicies.normal(text);
        } catch (JsonException e) {
            rest.fault(
                    Problem.LM250,
                    "policy",
                    "It is not JSON: " + e.getMessage(),
                    rest.set("policy") + " to a resource policy, in which execute-api:/* stands for all of the API.");
            return null;
        }
    }

    private @Nullable Quota quota() {
        Integer limit = rest.number("usagePlan.quota.limit", 1, MOST_CALLS, "requests");
        String period = rest.text("usagePlan.quota.period", PERIOD, "is not offered.", "DAY, WEEK or MONTH");
        if ((limit == null) != (period == null)) {
            String missing = "usagePlan.quota." + (limit == null ? "limit" : "period");
            rest.fault(Problem.LM250, missing, "A quota has a limit and a period.", rest.set(missing) + " too.");
        }
        return limit == null || period == null ? null : new Quota(limit, period.toUpperCase(Locale.ROOT));
    }

    private SortedMap<String, OfRoute> routes(MethodSettings defaults) {
        TreeMap<String, OfRoute> routes = new TreeMap<>();
        for (String key : rest.keys(Block.ROUTES, OF_ROUTE)) {
            String path = Block.ROUTES + "." + key + ".";
            MethodSettings settings = settings(path, defaults);
            routes.put(
                    key,
                    new OfRoute(
                            rest.text(path + "authorizer"),
                            rest.list(path + "scopes", StageParts.SCOPE, "is not a scope.", "scopes, joined by commas"),
                            rest.flag(path + "apiKeyRequired"),
                            settings.equals(defaults) ? null : settings));
            if (key.isEmpty()) {
                stage.keyless();
            }
        }
        return routes;
    }

    /** A method with settings of its own takes nothing from those of the stage. */
    private MethodSettings settings(String path, MethodSettings otherwise) {
        var throttling = stage.throttling(path);
        Boolean metrics = rest.flag(path + "detailedMetrics");
        String level = rest.text(path + "logLevel", LEVEL, "is not offered.", "OFF, ERROR or INFO");
        Boolean trace = rest.flag(path + "dataTrace");
        return new MethodSettings(
                throttling == null ? otherwise.throttling() : throttling,
                metrics == null ? otherwise.detailedMetrics() : metrics,
                level == null ? otherwise.logLevel() : said(level),
                trace == null ? otherwise.dataTrace() : trace);
    }

    private static @Nullable String said(String level) {
        String word = level.toUpperCase(Locale.ROOT);
        return word.equals("OFF") ? null : word;
    }

    /** Keys that nothing asks for, and a plan that nobody is in, count for nothing. */
    private void warnOfKeys(RestSettings settings) {
        boolean asked = settings.apiKeyRequired()
                || settings.routes().values().stream().anyMatch(each -> Boolean.TRUE.equals(each.apiKeyRequired()));
        boolean plan = settings.planThrottling() != null || settings.quota() != null;
        if (!settings.keys().isEmpty() && !asked) {
            warnings.add(
                    Problem.LM259,
                    Place.of("<rest><apiKeys>"),
                    "No route asks for an API key.",
                    rest.set("apiKeyRequired") + ", or that of a <route>, to true.");
        } else if (settings.keys().isEmpty() && plan) {
            warnings.add(
                    Problem.LM259,
                    Place.of("<rest><usagePlan>"),
                    "A usage plan limits the holders of API keys, and there are none.",
                    rest.set("apiKeys") + " to their names.");
        }
    }
}
