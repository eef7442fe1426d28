package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiRequest;

/** An HTTP API with one integration, to the alias. */
final class HttpApiResource implements Kind<HttpApi> {
    private final ApiGatewayV2Client api;
    private final ApiGatewayV2Client once;
    private final HttpIntegration integration;
    private final Arns arns;
    private final Known known;

    HttpApiResource(AwsClients clients, HttpIntegration integration, Arns arns, Known known) {
        this.api = clients.api;
        this.once = clients.apiOnce;
        this.integration = integration;
        this.arns = arns;
        this.known = known;
    }

    @Override
    public Class<HttpApi> type() {
        return HttpApi.class;
    }

    @Override
    public void create(HttpApi wanted, Desired desired) {
        String id = once.createApi(r -> {
                    r.name(wanted.name())
                            .protocolType(ProtocolType.HTTP)
                            .disableExecuteApiEndpoint(wanted.disableExecuteApiEndpoint())
                            .ipAddressType(wanted.ipAddressType())
                            .tags(wanted.tags());
                    if (!wanted.cors().equals(Cors.NONE)) {
                        r.corsConfiguration(CorsOnWire.forApi(wanted.cors()));
                    }
                })
                .apiId();
        known.apis.put(wanted.name(), id);
        integration.put(id, wanted.name(), wanted.functionName(), wanted.alias());
    }

    @Override
    public void update(HttpApi there, HttpApi wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.apis, wanted.name());
        if (Kind.touches(changes, "integration")) {
            integration.put(id, wanted.name(), wanted.functionName(), wanted.alias());
        }
        boolean cors = Kind.touches(changes, "cors");
        boolean noCors = cors && wanted.cors().equals(Cors.NONE);
        if (noCors) {
            api.deleteCorsConfiguration(r -> r.apiId(id));
        }
        boolean endpoint = Kind.touches(changes, "disableExecuteApiEndpoint");
        boolean addresses = Kind.touches(changes, "ipAddressType");
        if (endpoint || addresses || (cors && !noCors)) {
            UpdateApiRequest.Builder request = UpdateApiRequest.builder().apiId(id);
            if (cors && !noCors) {
                request.corsConfiguration(CorsOnWire.forApi(wanted.cors()));
            }
            if (endpoint) {
                request.disableExecuteApiEndpoint(wanted.disableExecuteApiEndpoint());
            }
            if (addresses) {
                request.ipAddressType(wanted.ipAddressType());
            }
            api.updateApi(request.build());
        }
        if (Kind.touches(changes, "tags")) {
            api.tagResource(r -> r.resourceArn(arns.api(id)).tags(wanted.tags()));
        }
    }

    /** The integration goes with it. */
    @Override
    public void delete(HttpApi there, Desired desired) {
        try {
            api.deleteApi(r -> r.apiId(Known.get(known.apis, there.name())));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
