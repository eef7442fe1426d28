package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** One route of our API, to its one integration. */
final class HttpRouteResource implements Kind<HttpRoute> {
    private final ApiGatewayV2Client api;
    private final Known known;

    HttpRouteResource(ApiGatewayV2Client api, Known known) {
        this.api = api;
        this.known = known;
    }

    @Override
    public Class<HttpRoute> type() {
        return HttpRoute.class;
    }

    @Override
    public void create(HttpRoute wanted, Desired desired) {
        String id = Known.get(known.apis, wanted.apiName());
        String target = "integrations/" + Known.get(known.integrations, wanted.apiName());
        String astray = known.routes.get(wanted.id().name());
        if (astray != null) {
            api.updateRoute(r -> r.apiId(id).routeId(astray).target(target));
            return;
        }
        try {
            api.createRoute(r -> r.apiId(id).routeKey(wanted.routeKey()).target(target));
        } catch (ConflictException e) {
            // The answer to the first try got lost: API Gateway has one route per key.
        }
    }

    /** A route has no attributes that could differ. */
    @Override
    public void update(HttpRoute there, HttpRoute wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(HttpRoute there, Desired desired) {
        try {
            api.deleteRoute(r -> r.apiId(Known.get(known.apis, there.apiName()))
                    .routeId(Known.get(known.routes, there.id().name())));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
