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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** Reads our HTTP APIs: the list first, then all parts of each side by side. */
final class HttpApis {
    private final ApiGatewayV2Client api;
    private final HttpIntegration integrations;
    private final HttpAuthorizerResource authorizers;
    private final HttpStageResource stages;
    private final LogGroupResource logGroups;
    private final Known known;
    private final Parallel parallel;

    HttpApis(
            ApiGatewayV2Client api,
            HttpIntegration integrations,
            HttpAuthorizerResource authorizers,
            HttpStageResource stages,
            LogGroupResource logGroups,
            Known known,
            Parallel parallel) {
        this.api = api;
        this.integrations = integrations;
        this.authorizers = authorizers;
        this.stages = stages;
        this.logGroups = logGroups;
        this.known = known;
        this.parallel = parallel;
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
        known.takeWebSockets(all);
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

    /** One API with all its parts. One whose integration is missing is told as leading nowhere, so that it is completed. */
    List<Resource> observe(Api found, Desired desired) {
        String id = found.apiId();
        String name = found.name();
        Supplier<List<Route>> routes = parallel.start(() -> routes(id));
        Supplier<Optional<List<HttpAuthorizer>>> listed = parallel.start(() -> authorizers.observe(id, name));
        Supplier<Optional<HttpStage>> stage = parallel.start(() -> stages.observe(id, name));
        Integration integration = integrations.ours(id, name).orElse(null);
        Arns.FunctionRef target = integration == null ? null : Arns.functionIn(integration.integrationUri());
        List<Resource> resources = new ArrayList<>();
        resources.add(new HttpApi(
                name,
                target == null ? "" : target.name(),
                target == null ? "" : target.qualifier(),
                CorsOnWire.of(found.corsConfiguration()),
                found.disableExecuteApiEndpoint(),
                found.ipAddressTypeAsString(),
                found.tags()));
        List<HttpAuthorizer> ours = listed.get().orElseGet(() -> authorizers.observe(id, name, asked(routes.get())));
        resources.addAll(ours);
        String function = target == null ? name : target.name();
        ResourceId permission = Permission.id(function, DerivedNames.LIVE, DerivedNames.HTTP_API_STATEMENT);
        for (Route route : routes.get()) {
            known.routes.put(HttpRoute.id(name, route.routeKey()).name(), route.routeId());
            if (integration != null && ("integrations/" + integration.integrationId()).equals(route.target())) {
                resources.add(new HttpRoute(name, route.routeKey(), permission, access(route, ours)));
            }
        }
        stage.get().ifPresent(each -> {
            resources.add(each);
            forgottenLog(each, desired).ifPresent(resources::add);
        });
        return resources;
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
    private Optional<Resource> forgottenLog(HttpStage stage, Desired desired) {
        String name = DerivedNames.accessLog(stage.apiName());
        ResourceId id = new ResourceId(ResourceType.LOG_GROUP, name);
        boolean wanted = desired.resources().stream().anyMatch(each -> each.id().equals(id));
        return wanted || !id.equals(stage.logGroup()) ? Optional.empty() : logGroups.observe(name, desired, false);
    }

    private Access access(Route route, List<HttpAuthorizer> authorizers) {
        String type = route.authorizationTypeAsString();
        if (type == null || type.equals(HttpRoute.NONE)) {
            return Access.OPEN;
        }
        String id = route.authorizerId();
        if (type.equals(HttpRoute.AWS_IAM) || id == null) {
            return new Access(type, null, route.authorizationScopes());
        }
        String ours = authorizers.stream()
                .filter(each -> id.equals(known.authorizers.get(each.id().name())))
                .map(HttpAuthorizer::name)
                .findFirst()
                .orElse("somebody else's " + id);
        return new Access(type, ours, route.authorizationScopes());
    }
}
