package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage;
import io.lambdamaven.plugin.plan.resource.UsagePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;

/** Reads our REST APIs: the list first, then all parts of each side by side. */
final class RestApis {
    static final int MOST = 500;
    private static final int FORBIDDEN = 403;

    private final AwsClients clients;
    private final RestApiResource apis;
    private final RestStageResource stages;
    private final UsagePlanResource plans;
    private final LogGroupResource logGroups;
    private final Known known;
    private final Parallel parallel;

    RestApis(
            AwsClients clients,
            RestApiResource apis,
            RestStageResource stages,
            UsagePlanResource plans,
            LogGroupResource logGroups,
            Known known,
            Parallel parallel) {
        this.clients = clients;
        this.apis = apis;
        this.stages = stages;
        this.plans = plans;
        this.logGroups = logGroups;
        this.known = known;
        this.parallel = parallel;
    }

    /** One of ours in the list. */
    record Found(String name, String id, software.amazon.awssdk.services.apigateway.model.RestApi read) {}

    static ApiGatewayClient client(AwsClients clients) {
        return clients.of(ApiGatewayClient.class, ApiGatewayClient::builder);
    }

    /** Our APIs; of several of one name the first by id. */
    Collection<Found> ours(Desired desired) {
        Set<String> wanted = desired.resources().stream()
                .filter(RestApi.class::isInstance)
                .map(each -> each.id().name())
                .collect(Collectors.toSet());
        Map<String, Found> ours = new TreeMap<>();
        var all = new ArrayList<>(list(wanted.isEmpty()));
        all.sort(Comparator.comparing(software.amazon.awssdk.services.apigateway.model.RestApi::id));
        all.stream()
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .forEach(each -> ours.putIfAbsent(each.name(), new Found(each.name(), each.id(), each)));
        for (var each : all) {
            if (wanted.contains(each.name()) && !ours.containsKey(each.name())) {
                Tags.mustBeOurs(RestApi.id(each.name()), each.tags(), desired);
            }
        }
        ours.forEach((name, each) -> known.apis.put(name, each.id()));
        return ours.values();
    }

    /** Who wants none need not be allowed to read them. */
    private List<software.amazon.awssdk.services.apigateway.model.RestApi> list(boolean noneWanted) {
        try {
            return Pages.all(
                    token -> client(clients).getRestApis(r -> r.limit(MOST).position(token)),
                    GetRestApisResponse::items,
                    GetRestApisResponse::position);
        } catch (ApiGatewayException e) {
            if (noneWanted && e.statusCode() == FORBIDDEN) {
                return List.of();
            }
            throw e;
        }
    }

    /** One API with all its parts. */
    List<Resource> observe(Found found, Desired desired) {
        Supplier<List<RestStage>> ours = parallel.start(() -> stages.observe(found.id(), found.name(), desired));
        Supplier<Optional<UsagePlan>> plan = parallel.start(() -> plans.observe(found.id(), found.name(), desired));
        List<Resource> resources = new ArrayList<>();
        resources.add(apis.observe(found));
        ours.get().forEach(each -> {
            resources.add(each);
            forgottenLog(each, desired).ifPresent(resources::add);
        });
        plan.get().ifPresent(resources::add);
        return resources;
    }

    /** The log group that we made for a stage, where nobody wants it any more. */
    private Optional<Resource> forgottenLog(RestStage stage, Desired desired) {
        LogGroup made = new LogGroup(DerivedNames.accessLog(stage.apiName()), null, Map.of());
        ResourceId id = new ResourceId(ResourceType.LOG_GROUP, made.name());
        boolean wanted = desired.resources().stream().anyMatch(each -> each.id().equals(id));
        return wanted || !stage.after().contains(id)
                ? Optional.empty()
                : logGroups.observe(made.name(), desired, false);
    }
}
