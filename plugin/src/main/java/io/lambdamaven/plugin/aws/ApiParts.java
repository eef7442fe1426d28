package io.lambdamaven.plugin.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** Lists what one API has. */
record ApiParts(ApiGatewayV2Client api) {
    /** The first one to a function. */
    Optional<Integration> integration(String apiId) {
        return Pages.all(
                        token -> api.getIntegrations(
                                r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                        GetIntegrationsResponse::items,
                        GetIntegrationsResponse::nextToken)
                .stream()
                .filter(each -> Arns.functionIn(each.integrationUri()) != null)
                .findFirst();
    }

    List<Route> routes(String apiId) {
        return Pages.all(
                token ->
                        api.getRoutes(r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                GetRoutesResponse::items,
                GetRoutesResponse::nextToken);
    }

    List<Stage> stages(String apiId) {
        return Pages.all(
                token ->
                        api.getStages(r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                GetStagesResponse::items,
                GetStagesResponse::nextToken);
    }
}
