package io.lambdamaven.plugin.aws;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** Lists what one API has, page by page: API Gateway's lists have no paginators. */
record ApiParts(ApiGatewayV2Client api) {
    private static final String MOST = "100";

    /** The first one to a function. */
    @Nullable
    Integration integration(String apiId) {
        String token = null;
        do {
            String next = token;
            GetIntegrationsResponse page =
                    api.getIntegrations(r -> r.apiId(apiId).maxResults(MOST).nextToken(next));
            for (Integration each : page.items()) {
                if (Arns.functionIn(each.integrationUri()) != null) {
                    return each;
                }
            }
            token = page.nextToken();
        } while (token != null);
        return null;
    }

    List<Route> routes(String apiId) {
        List<Route> routes = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetRoutesResponse page =
                    api.getRoutes(r -> r.apiId(apiId).maxResults(MOST).nextToken(next));
            routes.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        return routes;
    }

    List<Stage> stages(String apiId) {
        List<Stage> stages = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetStagesResponse page =
                    api.getStages(r -> r.apiId(apiId).maxResults(MOST).nextToken(next));
            stages.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        return stages;
    }
}
