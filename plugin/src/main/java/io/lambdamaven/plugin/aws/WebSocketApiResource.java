package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import java.util.ArrayList;
import java.util.Collection;
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
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** A WebSocket API with one integration, to the alias, and one stage of ours; others' stages and routes are left. */
final class WebSocketApiResource implements Kind<WebSocketApi> {
    private final ApiGatewayV2Client api;
    private final ApiGatewayV2Client once;
    private final ApiParts parts;
    private final Arns arns;
    private final Known known;

    WebSocketApiResource(AwsClients clients, Arns arns, Known known) {
        this.api = clients.api;
        this.once = clients.apiOnce;
        this.parts = new ApiParts(clients.api);
        this.arns = arns;
        this.known = known;
    }

    /** Ours of those that the list of all APIs had; of several of one name the first by id. */
    Collection<Api> ours(Desired desired) {
        Map<String, Api> ours = new TreeMap<>();
        List<Api> all = new ArrayList<>(known.webSockets);
        all.sort(Comparator.comparing(Api::apiId));
        all.stream()
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .forEach(each -> ours.putIfAbsent(each.name(), each));
        Set<ResourceId> wanted = desired.resources().stream().map(Resource::id).collect(Collectors.toSet());
        for (Api each : all) {
            if (wanted.contains(WebSocketApi.id(each.name())) && !ours.containsKey(each.name())) {
                Tags.mustBeOurs(WebSocketApi.id(each.name()), each.tags(), desired);
            }
        }
        ours.forEach((name, each) -> known.apis.put(name, each.apiId()));
        return ours.values();
    }

    /** One API and its routes. What is half made is told as pointing nowhere, so that it is completed. */
    List<Resource> observe(Api found, Desired desired) {
        String name = found.name();
        Integration integration = parts.integration(found.apiId()).orElse(null);
        Arns.FunctionRef target = integration == null ? null : Arns.functionIn(integration.integrationUri());
        if (integration != null) {
            known.integrations.put(name, integration.integrationId());
        }
        List<Resource> resources = new ArrayList<>();
        resources.add(new WebSocketApi(
                name,
                target == null ? "" : target.name(),
                target == null ? "" : target.qualifier(),
                found.routeSelectionExpression(),
                stage(found.apiId(), desired),
                found.tags()));
        String function = target == null ? name : target.name();
        ResourceId permission = Permission.id(function, DerivedNames.LIVE, DerivedNames.WEB_SOCKET_STATEMENT);
        for (Route route : parts.routes(found.apiId())) {
            known.routes.put(name + " " + route.routeKey(), route.routeId());
            if (integration != null && ("integrations/" + integration.integrationId()).equals(route.target())) {
                resources.add(new WebSocketRoute(
                        name,
                        route.routeKey(),
                        WebSocketRouteResource.ANSWER.equals(route.routeResponseSelectionExpression()),
                        permission));
            }
        }
        return resources;
    }

    /** Ours, the wanted one if it is there; empty for none. */
    private String stage(String apiId, Desired desired) {
        List<String> names = ourStages(apiId, desired);
        return desired.resources().stream()
                .filter(WebSocketApi.class::isInstance)
                .map(each -> ((WebSocketApi) each).stage())
                .filter(names::contains)
                .findFirst()
                .orElse(names.isEmpty() ? "" : names.get(0));
    }

    private List<String> ourStages(String apiId, Desired desired) {
        return parts.stages(apiId).stream()
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .map(Stage::stageName)
                .sorted()
                .toList();
    }

    @Override
    public Class<WebSocketApi> type() {
        return WebSocketApi.class;
    }

    @Override
    public void create(WebSocketApi wanted, Desired desired) {
        String id = once.createApi(r -> r.name(wanted.name())
                        .protocolType(ProtocolType.WEBSOCKET)
                        .routeSelectionExpression(wanted.routeSelection())
                        .tags(wanted.tags()))
                .apiId();
        known.apis.put(wanted.name(), id);
        integrate(wanted, id);
        makeStage(wanted, id, desired);
    }

    @Override
    public void update(WebSocketApi there, WebSocketApi wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.apis, wanted.name());
        if (Kind.touches(changes, "routeSelection")) {
            api.updateApi(r -> r.apiId(id).routeSelectionExpression(wanted.routeSelection()));
        }
        if (Kind.touches(changes, "integration")) {
            integrate(wanted, id);
        }
        if (Kind.touches(changes, "stage")) {
            makeStage(wanted, id, desired);
            dropStages(wanted, id, desired);
        }
        if (Kind.touches(changes, "tags")) {
            api.tagResource(r -> r.resourceArn(arns.api(id)).tags(wanted.tags()));
        }
    }

    private void integrate(WebSocketApi wanted, String id) {
        String uri = arns.invocation(wanted.functionName(), wanted.alias());
        @Nullable String integration = known.integrations.get(wanted.name());
        if (integration == null) {
            String made = once.createIntegration(r -> r.apiId(id)
                            .integrationType("AWS_PROXY")
                            .integrationMethod("POST")
                            .integrationUri(uri))
                    .integrationId();
            known.integrations.put(wanted.name(), made);
        } else {
            api.updateIntegration(r -> r.apiId(id).integrationId(integration).integrationUri(uri));
        }
    }

    private void makeStage(WebSocketApi wanted, String id, Desired desired) {
        try {
            api.createStage(
                    r -> r.apiId(id).stageName(wanted.stage()).autoDeploy(true).tags(wanted.tags()));
        } catch (ConflictException e) {
            // The answer to the first try got lost, or somebody else has a stage of this name.
            parts.stages(id).stream()
                    .filter(each -> each.stageName().equals(wanted.stage()))
                    .forEach(each -> Tags.mustBeOurs(wanted.id(), each.tags(), desired));
        }
    }

    /** Those of ours that bear another name. */
    private void dropStages(WebSocketApi wanted, String id, Desired desired) {
        for (String name : ourStages(id, desired)) {
            if (!name.equals(wanted.stage())) {
                api.deleteStage(r -> r.apiId(id).stageName(name));
            }
        }
    }

    /** Stage, integration and routes go with it. */
    @Override
    public void delete(WebSocketApi there, Desired desired) {
        try {
            api.deleteApi(r -> r.apiId(Known.get(known.apis, there.name())));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
