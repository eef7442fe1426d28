package io.lambdamaven.plugin.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;

/** The one integration of our HTTP API, with the alias; those of others stay as they are. */
final class HttpIntegration {
    /** It takes no tags, so its description tells that it is ours. */
    private static final String OURS = "lambda-maven";

    private static final String PAYLOAD = "2.0";

    private final ApiGatewayV2Client api;
    private final ApiGatewayV2Client once;
    private final Arns arns;
    private final Known known;

    HttpIntegration(AwsClients clients, Arns arns, Known known) {
        this.api = clients.api;
        this.once = clients.apiOnce;
        this.arns = arns;
        this.known = known;
    }

    /** Ours, by its description, or because it leads to the function that the API is named after. */
    Optional<Integration> ours(String apiId, String apiName) {
        List<Integration> all = Pages.all(
                token -> api.getIntegrations(
                        r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                GetIntegrationsResponse::items,
                GetIntegrationsResponse::nextToken);
        Optional<Integration> ours = all.stream()
                .filter(each -> OURS.equals(each.description()))
                .findFirst()
                .or(() -> all.stream().filter(each -> leadsTo(apiName, each)).findFirst());
        ours.ifPresent(each -> known.integrations.put(apiName, each.integrationId()));
        return ours;
    }

    private static boolean leadsTo(String function, Integration integration) {
        Arns.FunctionRef target = Arns.functionIn(integration.integrationUri());
        return target != null && target.name().equals(function);
    }

    void put(String apiId, String apiName, String function, String alias) {
        String uri = arns.alias(function, alias);
        String there = known.integrations.get(apiName);
        if (there == null) {
            String made = once.createIntegration(r -> r.apiId(apiId)
                            .integrationType("AWS_PROXY")
                            .integrationMethod("POST")
                            .integrationUri(uri)
                            .payloadFormatVersion(PAYLOAD)
                            .description(OURS))
                    .integrationId();
            known.integrations.put(apiName, made);
        } else {
            api.updateIntegration(r -> r.apiId(apiId)
                    .integrationId(there)
                    .integrationUri(uri)
                    .payloadFormatVersion(PAYLOAD)
                    .description(OURS));
        }
    }
}
