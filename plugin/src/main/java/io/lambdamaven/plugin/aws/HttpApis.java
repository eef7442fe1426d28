package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpRoute.Access;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** Reads our HTTP APIs: the list first, then all parts of each side by side, then what they make together. */
final class HttpApis {
    private final ApiGatewayV2Client api;
    private final HttpIntegration integrations;
    private final HttpAuthorizerResource authorizers;
    private final HttpStageResource stages;
    private final LogGroupResource logGroups;
    private final Known known;
    private final boolean emulated;
    private final Map<String, Parts> parts = new ConcurrentHashMap<>();

    HttpApis(
            ApiGatewayV2Client api,
            HttpIntegration integrations,
            HttpAuthorizerResource authorizers,
            HttpStageResource stages,
            LogGroupResource logGroups,
            Known known,
            boolean emulated) {
        this.api = api;
        this.integrations = integrations;
        this.authorizers = authorizers;
        this.stages = stages;
        this.logGroups = logGroups;
        this.known = known;
        this.emulated = emulated;
    }

    /** What was read of one API; each part by a call of its own. */
    private static final class Parts {
        private final Api api;
        private volatile @Nullable Integration integration;
        private volatile List<Route> routes = List.of();
        private volatile List<HttpAuthorizer> authorizers = List.of();
        private volatile @Nullable HttpStage stage;
        private volatile @Nullable Resource logGroup;

        private Parts(Api api) {
            this.api = api;
        }
    }

    /** Our APIs; of several of one name the first by id. */
    Collection<Api> ours(Desired desired) {
        Set<String> wanted = desired.resources().stream()
                .filter(HttpApi.class::isInstance)
                .map(each -> each.id().name())
                .collect(Collectors.toSet());
        List<Api> all = new ArrayList<>(Pages.all(
                token -> api.getApis(r -> r.maxResults(Pages.MOST).nextToken(token)),
                GetApisResponse::items,
                GetApisResponse::nextToken));
        all.removeIf(each -> each.protocolType() == ProtocolType.WEBSOCKET);
        Map<String, Api> ours = new TreeMap<>();
        all.sort(Comparator.comparing(Api::apiId));
        all.stream()
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .forEach(each -> ours.putIfAbsent(each.name(), each));
        for (Api each : all) {
            if (wanted.contains(each.name()) && !ours.containsKey(each.name())) {
                Tags.mustBeOurs(HttpApi.id(each.name()), each.tags(), desired);
            }
        }
        ours.forEach((name, each) -> known.apis.put(name, each.apiId()));
        return ours.values();
    }

    /** The calls that read one API, to be made side by side. */
    List<Runnable> reads(Api found, Desired desired) {
        String id = found.apiId();
        String name = found.name();
        Parts read = parts.computeIfAbsent(name, key -> new Parts(found));
        return List.of(
                () -> read.integration = integrations.ours(id, name).orElse(null),
                () -> {
                    List<Route> routes = routes(id);
                    read.routes = routes;
                    if (emulated) {
                        read.authorizers = authorizers.observe(id, name, asked(routes));
                    }
                },
                () -> {
                    if (!emulated) {
                        read.authorizers = authorizers.observe(id, name);
                    }
                },
                () -> {
                    HttpStage stage = stages.observe(id, name).orElse(null);
                    read.stage = stage;
                    read.logGroup = stage == null ? null : forgottenLog(stage, desired);
                });
    }

    private List<Route> routes(String apiId) {
        return Pages.all(
                token ->
                        api.getRoutes(r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                GetRoutesResponse::items,
                GetRoutesResponse::nextToken);
    }

    private static List<String> asked(List<Route> routes) {
        return routes.stream()
                .map(Route::authorizerId)
                .filter(id -> id != null && !id.isEmpty())
                .toList();
    }

    /** The log group that we made for a stage, where nobody wants it any more. */
    private @Nullable Resource forgottenLog(HttpStage stage, Desired desired) {
        String name = DerivedNames.accessLog(stage.apiName());
        ResourceId id = new ResourceId(ResourceType.LOG_GROUP, name);
        boolean wanted = desired.resources().stream().anyMatch(each -> each.id().equals(id));
        return wanted || !id.equals(stage.logGroup())
                ? null
                : logGroups.observe(name, desired, false).orElse(null);
    }

    /** What was read, once all calls have answered. */
    List<Resource> read() {
        List<Resource> resources = new ArrayList<>();
        parts.values().forEach(each -> read(each, resources));
        return resources;
    }

    /** An API whose integration is missing is told as leading nowhere, so that it is completed. */
    private void read(Parts read, List<Resource> resources) {
        Api found = read.api;
        String name = found.name();
        Integration integration = read.integration;
        Arns.FunctionRef target = integration == null ? null : Arns.functionIn(integration.integrationUri());
        resources.add(new HttpApi(
                name,
                target == null ? "" : target.name(),
                target == null ? "" : target.qualifier(),
                CorsOnWire.of(found.corsConfiguration()),
                found.disableExecuteApiEndpoint(),
                found.ipAddressTypeAsString(),
                found.tags()));
        String function = target == null ? name : target.name();
        ResourceId permission = Permission.id(function, DerivedNames.LIVE, DerivedNames.HTTP_API_STATEMENT);
        for (Route route : read.routes) {
            ResourceId id = HttpRoute.id(name, route.routeKey());
            known.routes.put(id.name(), route.routeId());
            if (integration != null && ("integrations/" + integration.integrationId()).equals(route.target())) {
                resources.add(new HttpRoute(name, route.routeKey(), permission, access(route, read)));
            }
        }
        resources.addAll(read.authorizers);
        HttpStage stage = read.stage;
        if (stage != null) {
            resources.add(stage);
        }
        Resource logGroup = read.logGroup;
        if (logGroup != null) {
            resources.add(logGroup);
        }
    }

    private Access access(Route route, Parts read) {
        String type = route.authorizationTypeAsString();
        if (type == null || type.equals(HttpRoute.NONE)) {
            return Access.OPEN;
        }
        String id = route.authorizerId();
        if (type.equals(HttpRoute.AWS_IAM) || id == null) {
            return new Access(type, null, route.authorizationScopes());
        }
        String ours = read.authorizers.stream()
                .filter(each -> id.equals(known.authorizers.get(each.id().name())))
                .map(HttpAuthorizer::name)
                .findFirst()
                .orElse("somebody else's " + id);
        return new Access(type, ours, route.authorizationScopes());
    }
}
