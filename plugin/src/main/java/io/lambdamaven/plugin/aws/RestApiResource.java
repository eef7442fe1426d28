package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.RestApi;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.EndpointConfiguration;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigateway.model.GetResourcesResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.PutMode;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** A REST API of ours, whole: what it has of resources, methods and authorizers is put there at once. */
final class RestApiResource implements Kind<RestApi> {
    private final AwsClients clients;
    private final Arns arns;
    private final Known known;
    private final Parallel parallel;

    RestApiResource(AwsClients clients, Arns arns, Known known, Parallel parallel) {
        this.clients = clients;
        this.arns = arns;
        this.known = known;
        this.parallel = parallel;
    }

    private ApiGatewayClient api() {
        return RestApis.client(clients);
    }

    /** One whose methods lead elsewhere, or to several places, is told as leading nowhere, so that it is put again. */
    RestApi observe(RestApis.Found found) {
        Supplier<List<Authorizer>> listed = parallel.start(() -> authorizers(found.id()));
        List<Resource> resources = Pages.all(
                token -> api().getResources(r -> r.restApiId(found.id())
                        .embed("methods")
                        .limit(RestApis.MOST)
                        .position(token)),
                GetResourcesResponse::items,
                GetResourcesResponse::position);
        Map<String, String> names = new TreeMap<>();
        TreeMap<String, RestApi.Authorizer> authorizers = new TreeMap<>();
        for (Authorizer each : listed.get()) {
            names.put(each.id(), each.name());
            authorizers.put(each.name(), RestOnWire.authorizer(each));
        }
        TreeMap<String, RestApi.Method> methods = new TreeMap<>();
        Set<Optional<Arns.FunctionRef>> targets = new HashSet<>();
        for (Resource each : resources) {
            for (Map.Entry<String, Method> method : each.resourceMethods().entrySet()) {
                methods.put(method.getKey() + " " + each.path(), RestOnWire.method(method.getValue(), names));
                var integration = method.getValue().methodIntegration();
                targets.add(Optional.ofNullable(integration == null ? null : Arns.functionIn(integration.uri())));
            }
        }
        Optional<Arns.FunctionRef> target =
                targets.size() == 1 ? targets.iterator().next() : Optional.empty();
        var read = found.read();
        return new RestApi(
                found.name(),
                target.map(Arns.FunctionRef::name).orElse(""),
                target.map(Arns.FunctionRef::qualifier).orElse(""),
                methods,
                authorizers,
                RestOnWire.options(read),
                read.tags());
    }

    private List<Authorizer> authorizers(String id) {
        return Pages.all(
                token -> api().getAuthorizers(
                                r -> r.restApiId(id).limit(RestApis.MOST).position(token)),
                GetAuthorizersResponse::items,
                GetAuthorizersResponse::position);
    }

    @Override
    public Class<RestApi> type() {
        return RestApi.class;
    }

    @Override
    public void create(RestApi wanted, Desired desired) {
        RestApi.Options options = wanted.options();
        String id = clients.once(ApiGatewayClient.class, ApiGatewayClient::builder)
                .createRestApi(r -> r.name(wanted.name())
                        .description(options.description())
                        .binaryMediaTypes(options.binaryMediaTypes())
                        .minimumCompressionSize(options.minimumCompressionSize())
                        .policy(options.policy())
                        .disableExecuteApiEndpoint(options.disableExecuteApiEndpoint())
                        .endpointConfiguration(EndpointConfiguration.builder()
                                .types(EndpointType.fromValue(options.endpointType()))
                                .vpcEndpointIds(options.vpcEndpointIds())
                                .build())
                        .tags(wanted.tags()))
                .id();
        known.apis.put(wanted.name(), id);
        put(wanted, id);
    }

    /** A function or role just made is not seen by API Gateway at once. */
    private void put(RestApi wanted, String id) {
        SdkBytes body = SdkBytes.fromUtf8String(new RestBody(wanted, arns).json());
        api().putRestApi(r -> r.restApiId(id)
                .mode(PutMode.OVERWRITE)
                .failOnWarnings(false)
                .parameters(Map.of("basepath", "ignore"))
                .body(body));
    }

    @Override
    public void update(RestApi there, RestApi wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.apis, wanted.name());
        List<PatchOperation> patch = RestOnWire.patch(there.options(), wanted.options());
        if (!patch.isEmpty()) {
            api().updateRestApi(r -> r.restApiId(id).patchOperations(patch));
        }
        if (Kind.touches(changes, "methods")
                || Kind.touches(changes, "authorizers")
                || Kind.touches(changes, "integration")) {
            put(wanted, id);
        }
        if (Kind.touches(changes, "tags")) {
            api().tagResource(r -> r.resourceArn(arns.restApi(id)).tags(wanted.tags()));
        }
    }

    /** All its parts go with it. AWS lets an account delete one in thirty seconds. */
    @Override
    public void delete(RestApi there, Desired desired) {
        try {
            Retry.until(
                    () -> api().deleteRestApi(r -> r.restApiId(Known.get(known.apis, there.name()))),
                    failure -> failure.isThrottlingException());
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
