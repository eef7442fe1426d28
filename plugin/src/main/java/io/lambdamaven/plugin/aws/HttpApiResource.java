package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** An HTTP API with one integration, to the alias, and the stage {@code $default}. */
final class HttpApiResource implements Kind<HttpApi> {
    private static final String STAGE = "$default";

    private final ApiGatewayV2Client api;
    private final ApiGatewayV2Client once;
    private final Arns arns;
    private final Known known;

    HttpApiResource(AwsClients clients, Arns arns, Known known) {
        this.api = clients.api;
        this.once = clients.apiOnce;
        this.arns = arns;
        this.known = known;
    }

    /** Our APIs by name; of several of one name the first by id. API Gateway's lists have no paginators. */
    Map<String, Api> ours(Desired desired) {
        Set<String> wanted = desired.resources().stream()
                .filter(HttpApi.class::isInstance)
                .map(each -> each.id().name())
                .collect(Collectors.toSet());
        List<Api> all = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetApisResponse page = api.getApis(r -> r.maxResults("100").nextToken(next));
            all.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        known.takeWebSockets(all);
        Map<String, Api> ours = new TreeMap<>();
        all.sort(Comparator.comparing(Api::apiId));
        all.stream()
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .forEach(each -> ours.putIfAbsent(each.name(), each));
        for (Api each : all) {
            if (wanted.contains(each.name()) && !ours.containsKey(each.name())) {
                Tags.mustBeOurs(new ResourceId(ResourceType.HTTP_API, each.name()), each.tags(), desired);
            }
        }
        ours.forEach((name, each) -> known.apis.put(name, each.apiId()));
        return ours;
    }

    /** One API and its routes. What is half made is told as pointing nowhere, so that it is completed. */
    List<Resource> observe(Api found, Desired desired) {
        String name = found.name();
        Integration integration = integration(found.apiId());
        Arns.FunctionRef target = integration == null ? null : Arns.functionIn(integration.integrationUri());
        boolean whole = target != null && hasStage(found.apiId());
        if (integration != null) {
            known.integrations.put(name, integration.integrationId());
        }
        List<Resource> resources = new ArrayList<>();
        resources.add(new HttpApi(
                name,
                target == null || !whole ? "" : target.name(),
                target == null || !whole ? "" : target.qualifier(),
                found.tags()));
        String function = target == null ? name : target.name();
        ResourceId permission = Permission.id(function, DerivedNames.LIVE, DerivedNames.HTTP_API_STATEMENT);
        for (Route route : routes(found.apiId())) {
            known.routes.put(name + " " + route.routeKey(), route.routeId());
            boolean ours =
                    integration != null && ("integrations/" + integration.integrationId()).equals(route.target());
            if (ours || !isWanted(name, route.routeKey(), desired)) {
                resources.add(new HttpRoute(name, route.routeKey(), permission));
            }
        }
        return resources;
    }

    private static boolean isWanted(String apiName, String routeKey, Desired desired) {
        ResourceId id = new ResourceId(ResourceType.HTTP_ROUTE, apiName + " " + routeKey);
        return desired.resources().stream().anyMatch(each -> each.id().equals(id));
    }

    private @Nullable Integration integration(String apiId) {
        String token = null;
        do {
            String next = token;
            GetIntegrationsResponse page =
                    api.getIntegrations(r -> r.apiId(apiId).maxResults("100").nextToken(next));
            for (Integration each : page.items()) {
                if (Arns.functionIn(each.integrationUri()) != null) {
                    return each;
                }
            }
            token = page.nextToken();
        } while (token != null);
        return null;
    }

    private List<Route> routes(String apiId) {
        List<Route> routes = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetRoutesResponse page =
                    api.getRoutes(r -> r.apiId(apiId).maxResults("100").nextToken(next));
            routes.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        return routes;
    }

    private boolean hasStage(String apiId) {
        return api.getStages(r -> r.apiId(apiId).maxResults("100")).items().stream()
                .anyMatch(stage -> stage.stageName().equals(STAGE));
    }

    @Override
    public Class<HttpApi> type() {
        return HttpApi.class;
    }

    @Override
    public void create(HttpApi wanted, Desired desired) {
        String id = once.createApi(r ->
                        r.name(wanted.name()).protocolType(ProtocolType.HTTP).tags(wanted.tags()))
                .apiId();
        known.apis.put(wanted.name(), id);
        complete(wanted, id);
    }

    @Override
    public void update(HttpApi there, HttpApi wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.apis, wanted.name());
        if (Kind.touches(changes, "integration")) {
            complete(wanted, id);
        }
        if (Kind.touches(changes, "tags")) {
            api.tagResource(r -> r.resourceArn(arns.api(id)).tags(wanted.tags()));
        }
    }

    private void complete(HttpApi wanted, String id) {
        String uri = arns.alias(wanted.functionName(), wanted.alias());
        String integration = known.integrations.get(wanted.name());
        if (integration == null) {
            String made = once.createIntegration(r -> r.apiId(id)
                            .integrationType("AWS_PROXY")
                            .integrationMethod("POST")
                            .integrationUri(uri)
                            .payloadFormatVersion("2.0"))
                    .integrationId();
            known.integrations.put(wanted.name(), made);
        } else {
            api.updateIntegration(r ->
                    r.apiId(id).integrationId(integration).integrationUri(uri).payloadFormatVersion("2.0"));
        }
        if (!hasStage(id)) {
            try {
                api.createStage(r -> r.apiId(id).stageName(STAGE).autoDeploy(true));
            } catch (ConflictException e) {
                // The answer to the first try got lost.
            }
        }
    }

    /** Stage, integration and routes go with it. */
    @Override
    public void delete(HttpApi there, Desired desired) {
        try {
            api.deleteApi(r -> r.apiId(Known.get(known.apis, there.name())));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
