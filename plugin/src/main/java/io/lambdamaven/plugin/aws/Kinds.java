package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of each: what knows how to read and change the resources of one type. */
final class Kinds {
    final FunctionReader functions;
    final RoleResource role;
    final LogGroupResource logGroup;
    final FunctionResource function;
    final VersionResource version;
    final AliasResource alias;
    final ConfigurationTagResource tag;
    final FunctionUrlResource url;
    final PermissionResource permission;
    final HttpApis httpApis;
    final RestApis restApis;
    final WebSocketApiResource webSocketApi;
    final BucketNotificationResource notification;
    final EventSourceMappingResource mapping;
    final CurrentStreams streams;
    final SourceResource source;
    final CodeObjects code;
    final Ledger ledger;
    final ScheduleRuleResource rule;
    final ScheduleResource schedule;
    private final List<NamedKind<?>> named;
    private final Map<Class<?>, Kind<?>> byType;

    Kinds(AwsClients clients, AwsSettings settings, Arns arns, String ledgerName, Parallel parallel) {
        Known known = new Known();
        ledger = new Ledger(clients, ledgerName);
        source = new SourceResource(clients, arns, ledger);
        streams = new CurrentStreams(clients);
        Waits waits = new Waits(clients.lambda, Duration.ofMinutes(10));
        Parts parts = new Parts(clients.lambda, arns, known);
        functions = new FunctionReader(clients.lambda, arns, known, settings.emulated(), parallel);
        code = new CodeObjects(clients.s3, arns, known, settings.codeBucket());
        role = new RoleResource(clients.iam, known, parallel);
        logGroup = new LogGroupResource(clients.logs, arns, parallel);
        function = new FunctionResource(clients.lambda, arns, waits, new CodeUpload(clients.s3, settings), known);
        version = new VersionResource(clients.lambda, known, waits);
        alias = new AliasResource(clients.lambda, known, new Probe(clients.lambda, settings.probe()));
        tag = new ConfigurationTagResource(clients.lambda, arns);
        url = new FunctionUrlResource(clients.lambda);
        permission = new PermissionResource(clients.lambda, known);
        HttpIntegration integration = new HttpIntegration(clients, arns, known);
        HttpAuthorizerResource authorizer = new HttpAuthorizerResource(clients, arns, known, settings.emulated());
        HttpStageResource stage = new HttpStageResource(clients.api, arns, known);
        httpApis = new HttpApis(clients.api, integration, authorizer, stage, logGroup, known, parallel);
        RestApiResource restApi = new RestApiResource(clients, arns, known, parallel);
        RestStageResource restStage = new RestStageResource(clients, arns, known, parallel);
        UsagePlanResource usagePlan = new UsagePlanResource(clients, arns, known);
        restApis = new RestApis(clients, restApi, restStage, usagePlan, logGroup, known, parallel);
        webSocketApi = new WebSocketApiResource(clients, arns, known);
        notification = new BucketNotificationResource(clients.s3, arns, permission);
        mapping = new EventSourceMappingResource(clients.lambda, streams, arns, known, settings.emulated());
        rule = new ScheduleRuleResource(clients.events, arns, parallel);
        schedule = new ScheduleResource(clients, arns);
        TargetGroups groups = new TargetGroups(clients);
        named = List.of(
                new EventInvokeConfigResource(clients.lambda, parts),
                new ReservedConcurrencyResource(clients.lambda, parts, settings.emulated()),
                new ProvisionedConcurrencyResource(
                        clients.lambda, parts, Duration.ofMinutes(15), Duration.ofSeconds(3)),
                new RecursionConfigResource(clients.lambda, parts),
                new SnsSubscriptionResource(clients, arns),
                new EventRuleResource(clients.events, arns, parallel),
                new LogSubscriptionResource(clients.logs, arns),
                new AlarmActionResource(clients, arns),
                new BucketEventsResource(notification, clients.events, settings.emulated()),
                new CommitTriggerResource(clients, arns),
                new ConfigRuleResource(clients, arns),
                new LexHookResource(clients, arns),
                new SecretRotationResource(clients, arns, settings.emulated()),
                new IotRuleResource(clients, arns),
                new ReceiptRuleResource(clients, arns),
                new UserPoolHooksResource(clients, arns),
                new TargetGroupResource(groups, arns, parallel),
                new ListenerRuleResource(groups, parallel));
        Stream<Kind<?>> others = Stream.of(
                role,
                logGroup,
                function,
                version,
                alias,
                tag,
                url,
                permission,
                new HttpApiResource(clients, integration, arns, known),
                authorizer,
                new HttpRouteResource(clients.api, known),
                stage,
                restApi,
                restStage,
                usagePlan,
                webSocketApi,
                new WebSocketRouteResource(clients.api, known),
                notification,
                mapping,
                rule,
                schedule,
                code,
                source);
        byType = Stream.concat(others, named.stream()).collect(Collectors.toUnmodifiableMap(Kind::type, kind -> kind));
    }

    /** Those whose resources are read by name. */
    List<NamedKind<?>> named() {
        return named;
    }

    /** The types of resources that can be made. */
    Set<Class<?>> types() {
        return byType.keySet();
    }

    void execute(Change change, Desired desired) {
        if (change instanceof Change.Create create) {
            create(create.desired(), desired);
        } else if (change instanceof Change.Update update) {
            update(update, update.desired(), desired);
        } else if (change instanceof Change.Delete delete) {
            delete(delete.observed(), desired);
        }
        // What is kept or left is not touched.
    }

    private <R extends Resource> void create(R wanted, Desired desired) {
        of(wanted).create(wanted, desired);
    }

    private <R extends Resource> void update(Change.Update update, R wanted, Desired desired) {
        Kind<R> kind = of(wanted);
        kind.update(kind.type().cast(update.observed()), wanted, update.attributes(), desired);
    }

    private <R extends Resource> void delete(R there, Desired desired) {
        of(there).delete(there, desired);
    }

    /** The map holds each kind under the type it says it handles. */
    @SuppressWarnings("unchecked")
    private <R extends Resource> Kind<R> of(R resource) {
        return (Kind<R>) Objects.requireNonNull(byType.get(resource.getClass()), resource.id()::toString);
    }
}
