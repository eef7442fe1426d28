package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpStage.AccessLog;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.RestStage;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsResponse;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.Stage;

/**
 * Stages of our REST APIs, known by their tags, each with a deployment whose description says what of the API is in it;
 * stages of others stay as they are.
 */
final class RestStageResource implements Kind<RestStage> {
    private static final String DEPLOYED = "lambda-maven ";

    private final AwsClients clients;
    private final Arns arns;
    private final Known known;
    private final Parallel parallel;

    RestStageResource(AwsClients clients, Arns arns, Known known, Parallel parallel) {
        this.clients = clients;
        this.arns = arns;
        this.known = known;
        this.parallel = parallel;
    }

    private ApiGatewayClient api() {
        return RestApis.client(clients);
    }

    List<RestStage> observe(String apiId, String apiName, Desired desired) {
        Supplier<Map<String, String>> deployments = parallel.start(() -> deployments(apiId));
        return api().getStages(r -> r.restApiId(apiId)).item().stream()
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .map(each -> read(apiName, each, deployments.get().getOrDefault(each.deploymentId(), "")))
                .toList();
    }

    /** What was deployed by id of the deployment; only our deployments are there. */
    private Map<String, String> deployments(String apiId) {
        return Pages.all(
                        token -> api().getDeployments(r ->
                                r.restApiId(apiId).limit(RestApis.MOST).position(token)),
                        GetDeploymentsResponse::items,
                        GetDeploymentsResponse::position)
                .stream()
                .filter(each -> String.valueOf(each.description()).startsWith(DEPLOYED))
                .collect(Collectors.toMap(
                        Deployment::id, each -> each.description().substring(DEPLOYED.length())));
    }

    private static RestStage read(String apiName, Stage stage, String definition) {
        var log = stage.accessLogSettings();
        AccessLog accessLog = log == null || log.destinationArn() == null
                ? null
                : new AccessLog(StageOnWire.plain(log.destinationArn()), log.format());
        String function = DerivedNames.functionOfRestApi(apiName);
        List<ResourceId> after = new ArrayList<>();
        after.add(Permission.id(function, DerivedNames.LIVE, DerivedNames.REST_API_STATEMENT));
        ResourceId group = accessLog == null ? null : Arns.logGroupId(accessLog.destination());
        if (group != null) {
            after.add(group);
        }
        return new RestStage(
                apiName,
                stage.stageName(),
                definition,
                RestOnWire.settings(stage.methodSettings()),
                accessLog,
                Boolean.TRUE.equals(stage.tracingEnabled()),
                stage.clientCertificateId(),
                stage.tags(),
                after);
    }

    @Override
    public Class<RestStage> type() {
        return RestStage.class;
    }

    @Override
    public void create(RestStage wanted, Desired desired) {
        String id = Known.get(known.apis, wanted.apiName());
        String deployment = deploy(id, wanted);
        try {
            api().createStage(r -> r.restApiId(id)
                    .stageName(wanted.stageName())
                    .deploymentId(deployment)
                    .tracingEnabled(wanted.tracing())
                    .tags(wanted.tags()));
        } catch (ConflictException e) {
            // The answer to the first try got lost, or somebody else has a stage of this name.
            var there = api().getStage(r -> r.restApiId(id).stageName(wanted.stageName()));
            Tags.mustBeOurs(wanted.id(), there.tags(), desired);
            patch(id, wanted, List.of(RestOnWire.operation(Op.REPLACE, "/deploymentId", deployment)));
        }
        List<PatchOperation> more = new ArrayList<>(log(null, wanted.accessLog()));
        if (wanted.clientCertificateId() != null) {
            more.add(RestOnWire.operation(Op.REPLACE, "/clientCertificateId", wanted.clientCertificateId()));
        }
        more.addAll(methods(new TreeMap<>(), wanted.methods()));
        patch(id, wanted, more);
    }

    private String deploy(String id, RestStage wanted) {
        return clients.once(ApiGatewayClient.class, ApiGatewayClient::builder)
                .createDeployment(r -> r.restApiId(id).description(DEPLOYED + wanted.definition()))
                .id();
    }

    private void patch(String id, RestStage wanted, List<PatchOperation> operations) {
        if (!operations.isEmpty()) {
            api().updateStage(r -> r.restApiId(id).stageName(wanted.stageName()).patchOperations(operations));
        }
    }

    @Override
    public void update(RestStage there, RestStage wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.apis, wanted.apiName());
        List<PatchOperation> patch = new ArrayList<>();
        String deployed = Kind.touches(changes, "definition") ? deploy(id, wanted) : null;
        if (deployed != null) {
            patch.add(RestOnWire.operation(Op.REPLACE, "/deploymentId", deployed));
        }
        if (Kind.touches(changes, "accessLog")) {
            patch.addAll(log(there.accessLog(), wanted.accessLog()));
        }
        if (Kind.touches(changes, "tracing")) {
            patch.add(RestOnWire.operation(Op.REPLACE, "/tracingEnabled", String.valueOf(wanted.tracing())));
        }
        if (Kind.touches(changes, "clientCertificate")) {
            patch.add(RestOnWire.operation(
                    Op.REPLACE,
                    "/clientCertificateId",
                    wanted.clientCertificateId() == null ? "" : wanted.clientCertificateId()));
        }
        if (Kind.touches(changes, "methods")) {
            patch.addAll(methods(there.methods(), wanted.methods()));
        }
        patch(id, wanted, patch);
        if (Kind.touches(changes, "tags")) {
            api().tagResource(r -> r.resourceArn(arns.restApi(id) + "/stages/" + wanted.stageName())
                    .tags(wanted.tags()));
        }
        if (deployed != null) {
            forgetDeployments(id, deployed);
        }
    }

    private static List<PatchOperation> log(@Nullable AccessLog there, @Nullable AccessLog wanted) {
        if (wanted != null) {
            return List.of(
                    RestOnWire.operation(Op.REPLACE, "/accessLogSettings/destinationArn", wanted.destination()),
                    RestOnWire.operation(Op.REPLACE, "/accessLogSettings/format", wanted.format()));
        }
        return there == null ? List.of() : List.of(RestOnWire.operation(Op.REMOVE, "/accessLogSettings", null));
    }

    private static List<PatchOperation> methods(Map<String, MethodSettings> there, Map<String, MethodSettings> wanted) {
        List<PatchOperation> patch = new ArrayList<>();
        there.keySet().stream()
                .filter(each -> !wanted.containsKey(each))
                .forEach(each -> patch.add(RestOnWire.remove(each)));
        wanted.forEach((method, settings) -> {
            if (!settings.equals(there.get(method))) {
                patch.addAll(RestOnWire.replace(method, settings));
            }
        });
        return patch;
    }

    /** Ours that no stage serves any more; an API keeps a limited number of them. */
    private void forgetDeployments(String id, String kept) {
        for (String each : deployments(id).keySet()) {
            if (!each.equals(kept)) {
                try {
                    api().deleteDeployment(r -> r.restApiId(id).deploymentId(each));
                } catch (NotFoundException | BadRequestException e) {
                    // Gone already, or another stage serves it.
                }
            }
        }
    }

    @Override
    public void delete(RestStage there, Desired desired) {
        try {
            api().deleteStage(r ->
                    r.restApiId(Known.get(known.apis, there.apiName())).stageName(there.stageName()));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
