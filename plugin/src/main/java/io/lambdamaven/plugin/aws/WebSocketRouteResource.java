package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** One route of our WebSocket API, to its one integration. */
final class WebSocketRouteResource implements Kind<WebSocketRoute> {
    /** The one route response that API Gateway knows, and what selects it. */
    static final String ANSWER = "$default";

    private final ApiGatewayV2Client api;
    private final Known known;

    WebSocketRouteResource(ApiGatewayV2Client api, Known known) {
        this.api = api;
        this.known = known;
    }

    @Override
    public Class<WebSocketRoute> type() {
        return WebSocketRoute.class;
    }

    @Override
    public void create(WebSocketRoute wanted, Desired desired) {
        String id = Known.get(known.apis, wanted.apiName());
        String target = "integrations/" + Known.get(known.integrations, wanted.apiName());
        String name = wanted.id().name();
        String astray = known.routes.get(name);
        if (astray != null) {
            api.updateRoute(r -> r.apiId(id).routeId(astray).target(target));
        } else {
            try {
                known.routes.put(
                        name,
                        api.createRoute(r ->
                                        r.apiId(id).routeKey(wanted.routeKey()).target(target))
                                .routeId());
            } catch (ConflictException e) {
                // The answer to the first try got lost: API Gateway has one route per key.
                new ApiParts(api)
                        .routes(id).stream()
                                .filter(each -> each.routeKey().equals(wanted.routeKey()))
                                .forEach(each -> known.routes.put(name, each.routeId()));
            }
        }
        if (wanted.answers()) {
            answer(wanted, id);
        }
    }

    /** What selects the response comes last: a route that has it is whole. */
    private void answer(WebSocketRoute wanted, String id) {
        String route = Known.get(known.routes, wanted.id().name());
        try {
            api.createRouteResponse(r -> r.apiId(id).routeId(route).routeResponseKey(ANSWER));
        } catch (ConflictException e) {
            // A run that was cut short has made it.
        }
        api.updateRoute(r -> r.apiId(id).routeId(route).routeResponseSelectionExpression(ANSWER));
    }

    /** A response cannot be unselected: a route that is to answer no longer is made anew. */
    @Override
    public void update(WebSocketRoute there, WebSocketRoute wanted, List<AttributeChange> changes, Desired desired) {
        if (wanted.answers()) {
            answer(wanted, Known.get(known.apis, wanted.apiName()));
        } else {
            delete(there, desired);
            create(wanted, desired);
        }
    }

    @Override
    public void delete(WebSocketRoute there, Desired desired) {
        String name = there.id().name();
        try {
            api.deleteRoute(
                    r -> r.apiId(Known.get(known.apis, there.apiName())).routeId(Known.get(known.routes, name)));
        } catch (NotFoundException e) {
            // Gone already.
        }
        known.routes.remove(name);
    }
}
