package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        if (known.routes.containsKey(wanted.id().name())) {
            // It led elsewhere.
            put(wanted);
            return;
        }
        String id = Known.get(known.apis, wanted.apiName());
        try {
            api.createRoute(r -> r.apiId(id)
                    .routeKey(wanted.routeKey())
                    .target(target(wanted))
                    .authorizationType(type(wanted))
                    .authorizerId(authorizer(wanted))
                    .authorizationScopes(
                            wanted.access().scopes().isEmpty()
                                    ? null
                                    : wanted.access().scopes()));
        } catch (ConflictException e) {
            // The answer to the first try got lost: API Gateway has one route per key.
        }
    }

    @Override
    public void update(HttpRoute there, HttpRoute wanted, List<AttributeChange> changes, Desired desired) {
        put(wanted);
    }

    /** What is left out of the change would stay, so everything is said. */
    private void put(HttpRoute wanted) {
        String authorizer = authorizer(wanted);
        api.updateRoute(r -> r.apiId(Known.get(known.apis, wanted.apiName()))
                .routeId(Known.get(known.routes, wanted.id().name()))
                .target(target(wanted))
                .authorizationType(type(wanted))
                .authorizerId(authorizer == null ? "" : authorizer)
                .authorizationScopes(wanted.access().scopes()));
    }

    private String target(HttpRoute wanted) {
        return "integrations/" + Known.get(known.integrations, wanted.apiName());
    }

    private static String type(HttpRoute wanted) {
        String type = wanted.access().type();
        return type == null ? HttpRoute.NONE : type;
    }

    private @Nullable String authorizer(HttpRoute wanted) {
        ResourceId asked = wanted.access().asks(wanted.apiName());
        return asked == null ? null : Known.get(known.authorizers, asked.name());
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
