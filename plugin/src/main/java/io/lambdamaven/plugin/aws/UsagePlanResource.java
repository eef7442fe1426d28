package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.UsagePlan;
import io.lambdamaven.plugin.plan.resource.UsagePlan.Quota;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ApiStage;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.GetApiKeysResponse;
import software.amazon.awssdk.services.apigateway.model.GetUsagePlanKeysResponse;
import software.amazon.awssdk.services.apigateway.model.GetUsagePlansResponse;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.QuotaSettings;
import software.amazon.awssdk.services.apigateway.model.ThrottleSettings;
import software.amazon.awssdk.services.apigateway.model.UsagePlanKey;

/** The usage plan of a REST API of ours, with our API keys; keys that others put into it stay. */
final class UsagePlanResource implements Kind<UsagePlan> {
    private static final String API_KEY = "API_KEY";

    private final AwsClients clients;
    private final Arns arns;
    private final Known known;

    UsagePlanResource(AwsClients clients, Arns arns, Known known) {
        this.clients = clients;
        this.arns = arns;
        this.known = known;
    }

    private ApiGatewayClient api() {
        return RestApis.client(clients);
    }

    private ApiGatewayClient once() {
        return clients.once(ApiGatewayClient.class, ApiGatewayClient::builder);
    }

    Optional<UsagePlan> observe(String apiId, String apiName, Desired desired) {
        return Pages.all(
                        token -> api().getUsagePlans(r -> r.limit(RestApis.MOST).position(token)),
                        GetUsagePlansResponse::items,
                        GetUsagePlansResponse::position)
                .stream()
                .filter(each -> apiName.equals(each.name()) && Tags.areOurs(each.tags(), desired))
                .min(Comparator.comparing(software.amazon.awssdk.services.apigateway.model.UsagePlan::id))
                .map(each -> read(apiId, each));
    }

    private UsagePlan read(String apiId, software.amazon.awssdk.services.apigateway.model.UsagePlan plan) {
        known.usagePlans.put(plan.name(), plan.id());
        Throttling throttling = plan.throttle() == null
                        || plan.throttle().burstLimit() == null
                        || plan.throttle().rateLimit() == null
                ? null
                : new Throttling(plan.throttle().burstLimit(), plan.throttle().rateLimit());
        Quota quota = plan.quota() == null || plan.quota().limit() == null
                ? null
                : new Quota(plan.quota().limit(), plan.quota().periodAsString());
        String prefix = DerivedNames.apiKey(plan.name(), "");
        return new UsagePlan(
                plan.name(),
                plan.apiStages().stream()
                        .filter(each -> apiId.equals(each.apiId()))
                        .map(ApiStage::stage)
                        .findFirst()
                        .orElse(""),
                throttling,
                quota,
                keys(plan.id()).stream()
                        .map(UsagePlanKey::name)
                        .filter(name -> name != null && name.startsWith(prefix))
                        .map(name -> name.substring(prefix.length()))
                        .toList(),
                plan.tags());
    }

    private List<UsagePlanKey> keys(String planId) {
        return Pages.all(
                token -> api().getUsagePlanKeys(
                                r -> r.usagePlanId(planId).limit(RestApis.MOST).position(token)),
                GetUsagePlanKeysResponse::items,
                GetUsagePlanKeysResponse::position);
    }

    @Override
    public Class<UsagePlan> type() {
        return UsagePlan.class;
    }

    @Override
    public void create(UsagePlan wanted, Desired desired) {
        Throttling throttling = wanted.throttling();
        Quota quota = wanted.quota();
        String id = once().createUsagePlan(r -> {
                    r.name(wanted.name())
                            .apiStages(ApiStage.builder()
                                    .apiId(Known.get(known.apis, wanted.name()))
                                    .stage(wanted.stageName())
                                    .build())
                            .tags(wanted.tags());
                    if (throttling != null) {
                        r.throttle(ThrottleSettings.builder()
                                .burstLimit(throttling.burstLimit())
                                .rateLimit(throttling.rateLimit())
                                .build());
                    }
                    if (quota != null) {
                        r.quota(QuotaSettings.builder()
                                .limit(quota.limit())
                                .period(quota.period())
                                .build());
                    }
                })
                .id();
        known.usagePlans.put(wanted.name(), id);
        putKeys(wanted, id, desired);
    }

    @Override
    public void update(UsagePlan there, UsagePlan wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.usagePlans, wanted.name());
        List<PatchOperation> patch = new ArrayList<>();
        if (Kind.touches(changes, "stage")) {
            patch.addAll(stage(there, Op.REMOVE));
            patch.addAll(stage(wanted, Op.ADD));
        }
        if (Kind.touches(changes, "throttling")) {
            patch.addAll(throttling(wanted.throttling()));
        }
        if (Kind.touches(changes, "quota")) {
            patch.addAll(quota(wanted.quota()));
        }
        if (!patch.isEmpty()) {
            api().updateUsagePlan(r -> r.usagePlanId(id).patchOperations(patch));
        }
        if (Kind.touches(changes, "keys")) {
            putKeys(wanted, id, desired);
            dropKeys(wanted.name(), wanted.keys(), desired);
        }
        if (Kind.touches(changes, "tags")) {
            api().tagResource(r -> r.resourceArn(arns.usagePlan(id)).tags(wanted.tags()));
        }
    }

    private List<PatchOperation> stage(UsagePlan plan, Op op) {
        return plan.stageName().isEmpty()
                ? List.of()
                : List.of(RestOnWire.operation(
                        op, "/apiStages", Known.get(known.apis, plan.name()) + ":" + plan.stageName()));
    }

    private static List<PatchOperation> throttling(@Nullable Throttling wanted) {
        return wanted == null
                ? List.of(RestOnWire.operation(Op.REMOVE, "/throttle", null))
                : List.of(
                        RestOnWire.operation(Op.REPLACE, "/throttle/burstLimit", String.valueOf(wanted.burstLimit())),
                        RestOnWire.operation(Op.REPLACE, "/throttle/rateLimit", wanted.rate()));
    }

    private static List<PatchOperation> quota(@Nullable Quota wanted) {
        return wanted == null
                ? List.of(RestOnWire.operation(Op.REMOVE, "/quota", null))
                : List.of(
                        RestOnWire.operation(Op.REPLACE, "/quota/limit", String.valueOf(wanted.limit())),
                        RestOnWire.operation(Op.REPLACE, "/quota/period", wanted.period()));
    }

    /** Makes those that are missing; those of a run that was killed are taken up again. */
    private void putKeys(UsagePlan wanted, String planId, Desired desired) {
        Map<String, String> there = ours(wanted.name(), desired);
        for (String key : wanted.keys()) {
            String name = DerivedNames.apiKey(wanted.name(), key);
            String id = there.get(name);
            if (id == null) {
                id = once().createApiKey(r -> r.name(name).enabled(true).tags(wanted.tags()))
                        .id();
            }
            String keyId = id;
            try {
                api().createUsagePlanKey(r -> r.usagePlanId(planId).keyId(keyId).keyType(API_KEY));
            } catch (ConflictException e) {
                // It is in the plan already.
            }
        }
    }

    /** Ids of our API keys by name. */
    private Map<String, String> ours(String apiName, Desired desired) {
        String prefix = DerivedNames.apiKey(apiName, "");
        return Pages.all(
                        token -> api().getApiKeys(r -> r.nameQuery(prefix)
                                .includeValues(false)
                                .limit(RestApis.MOST)
                                .position(token)),
                        GetApiKeysResponse::items,
                        GetApiKeysResponse::position)
                .stream()
                .filter(each -> each.name().startsWith(prefix) && Tags.areOurs(each.tags(), desired))
                .collect(Collectors.toMap(ApiKey::name, ApiKey::id, (first, second) -> first, TreeMap::new));
    }

    private void dropKeys(String apiName, List<String> kept, Desired desired) {
        ours(apiName, desired).forEach((name, id) -> {
            if (!kept.contains(name.substring(DerivedNames.apiKey(apiName, "").length()))) {
                try {
                    api().deleteApiKey(r -> r.apiKey(id));
                } catch (NotFoundException e) {
                    // Gone already.
                }
            }
        });
    }

    /** API Gateway deletes no plan that still has a stage. */
    @Override
    public void delete(UsagePlan there, Desired desired) {
        String id = Known.get(known.usagePlans, there.name());
        try {
            dropKeys(there.name(), List.of(), desired);
            List<PatchOperation> patch = stage(there, Op.REMOVE);
            if (!patch.isEmpty()) {
                api().updateUsagePlan(r -> r.usagePlanId(id).patchOperations(patch));
            }
            api().deleteUsagePlan(r -> r.usagePlanId(id));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
