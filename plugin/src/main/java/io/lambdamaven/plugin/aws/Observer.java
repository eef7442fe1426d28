package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.resource.FunctionPart;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * Reads all that is there of a project's stage, as much as possible side by side: where nothing was renamed or dropped no
 * call waits for more than one other. What the first round leads to beyond what is wanted is read in a second one.
 */
final class Observer {
    private static final int ROLE_NAME_LIMIT = 64;

    private final AwsClients clients;
    private final Kinds kinds;
    private final AwsErrors errors;
    private final Arns arns;
    private final Desired desired;
    private final Wanted wanted;
    private final Parallel parallel;

    private final Collection<Api> apis = new ArrayList<>();
    private final Collection<RestApis.Found> restApis = new ArrayList<>();
    private final Collection<Api> webSockets = new ArrayList<>();
    private final Collection<EventSourceMappingConfiguration> mappings = new ArrayList<>();
    private final Set<String> functions = new TreeSet<>();
    private final Set<String> furtherFunctions = new TreeSet<>();
    private final Set<ResourceId> read = new TreeSet<>();

    /** Functions whose variables name an API: what its id is has to be known to compare them. */
    private final List<Callable<List<Resource>>> afterApis = new ArrayList<>();

    Observer(AwsClients clients, Kinds kinds, AwsErrors errors, Arns arns, Desired desired, Parallel parallel) {
        this.parallel = parallel;
        this.clients = clients;
        this.kinds = kinds;
        this.errors = errors;
        this.arns = arns;
        this.desired = desired;
        this.wanted = new Wanted(desired);
        functions.addAll(desired.functionNames());
        functions.addAll(wanted.names(ResourceType.FUNCTION));
    }

    Observed observe() {
        Map<ResourceId, Resource> found = new TreeMap<>();
        keep(found, parallel.all(firstRound()));
        keep(found, parallel.all(secondRound(found.values())));
        keep(found, parallel.all(thirdRound(found.values())));
        return new Observed(named(found.values()));
    }

    /** What belongs to functions that only the second round has found. */
    private List<Callable<List<Resource>>> thirdRound(Collection<Resource> found) {
        List<Callable<List<Resource>>> tasks = new ArrayList<>();
        if (kinds.code.isAsked(desired)) {
            // Which of them are needed is known now that all functions were read.
            tasks.add(task(CodeObjects.SUBJECT, () -> kinds.code.observe(desired, wanted.names(ResourceType.BUCKET))));
        }
        if (!furtherFunctions.isEmpty() || !afterApis.isEmpty()) {
            Set<String> there = found.stream()
                    .filter(Role.class::isInstance)
                    .map(each -> each.id().name())
                    .collect(Collectors.toSet());
            rolesOf(found).stream().filter(name -> !there.contains(name)).forEach(name -> tasks.add(role(name)));
        }
        if (!furtherFunctions.isEmpty()) {
            buckets(found).forEach(name -> tasks.add(bucket(name)));
            tasks.addAll(wired(found));
        }
        return tasks;
    }

    /** The desired resources that are read by name. */
    private List<Callable<List<Resource>>> wanted() {
        List<Callable<List<Resource>>> tasks = new ArrayList<>();
        for (NamedKind<?> kind : kinds.named()) {
            for (String name : wanted.names(kind.resourceType())) {
                // What it hangs on may be missing still if this run makes it.
                tasks.add(named(kind, name, !wanted.hangsOnWhatIsMade(new ResourceId(kind.resourceType(), name))));
            }
        }
        return tasks;
    }

    /** What our statements were written for, unless it was read already. */
    private List<Callable<List<Resource>>> wired(Collection<Resource> found) {
        List<Callable<List<Resource>>> tasks = new ArrayList<>();
        for (Resource each : found) {
            if (each instanceof Permission statement) {
                for (NamedKind<?> kind : kinds.named()) {
                    kind.wiredBy(statement)
                            .filter(name -> !read.contains(new ResourceId(kind.resourceType(), name)))
                            .ifPresent(name -> tasks.add(named(kind, name, false)));
                }
            }
        }
        return tasks;
    }

    private Callable<List<Resource>> named(NamedKind<?> kind, String name, boolean there) {
        ResourceId id = new ResourceId(kind.resourceType(), name);
        read.add(id);
        return task(
                id.toString(),
                () -> kind.observe(name, desired, there).stream()
                        .map(Resource.class::cast)
                        .toList());
    }

    private static void keep(Map<ResourceId, Resource> found, List<List<Resource>> results) {
        results.forEach(each -> each.forEach(resource -> found.put(resource.id(), resource)));
    }

    private List<Callable<List<Resource>>> firstRound() {
        List<Callable<List<Resource>>> tasks = new ArrayList<>();
        functions.forEach(name -> addFunction(tasks, name));
        wanted.names(ResourceType.LOG_GROUP).stream()
                .filter(group -> functions.stream().noneMatch(name -> group.equals("/aws/lambda/" + name)))
                .forEach(group -> tasks.add(task(
                        "log group " + group,
                        () -> kinds.logGroup.observe(group, desired, true).stream()
                                .toList())));
        tasks.add(task("the functions of the stage", this::findFurtherFunctions));
        tasks.add(task("the HTTP APIs", this::httpApis));
        tasks.add(task("the REST APIs", this::restApis));
        tasks.add(task("the event source mappings", this::mappings));
        Set<String> roles = new TreeSet<>(wanted.names(ResourceType.ROLE));
        functions.stream()
                .map(this::derivedRole)
                .filter(name -> name.length() <= ROLE_NAME_LIMIT)
                .forEach(roles::add);
        functions.stream().map(this::schedulerRole).forEach(roles::add);
        roles.forEach(name -> tasks.add(role(name)));
        wanted.buckets().forEach(name -> tasks.add(bucket(name)));
        wanted.sources()
                .forEach(each -> tasks.add(task(
                        each.id().toString(),
                        () -> kinds.source.observe(each, desired).stream().toList())));
        tasks.add(task("the stage's ledger", () -> {
            kinds.ledger.read();
            return List.of();
        }));
        tasks.addAll(wanted());
        if (!wanted.names(ResourceType.SCHEDULE).isEmpty()) {
            functions.forEach(name -> tasks.add(schedules(name)));
        }
        return tasks;
    }

    /** One list has HTTP and WebSocket APIs. */
    private List<Resource> httpApis() {
        apis.addAll(kinds.httpApis.ours(desired));
        webSockets.addAll(kinds.webSocketApi.ours(desired));
        return together(Stream.concat(
                        apis.stream()
                                .map(api -> task("HTTP API " + api.name(), () -> kinds.httpApis.observe(api, desired))),
                        webSockets.stream()
                                .map(api -> task(
                                        "WebSocket API " + api.name(), () -> kinds.webSocketApi.observe(api, desired))))
                .toList());
    }

    private List<Resource> restApis() {
        restApis.addAll(kinds.restApis.ours(desired));
        return together(restApis.stream()
                .map(api -> task("REST API " + api.name(), () -> kinds.restApis.observe(api, desired)))
                .toList());
    }

    private List<Resource> mappings() {
        Supplier<List<Resource>> labels = parallel.start(this::labels);
        mappings.addAll(kinds.mapping.list());
        List<Resource> found = new ArrayList<>(labels.get());
        found.addAll(together(mappings.stream()
                .filter(each -> isOf(each, functions))
                .map(this::mapping)
                .toList()));
        return found;
    }

    /** Learns which streams are meant; nothing is found by that. */
    private List<Resource> labels() {
        return together(wanted.labelled().stream()
                .map(each -> task(each.id().toString(), () -> {
                    kinds.streams.look(each, desired);
                    return List.of();
                }))
                .toList());
    }

    private static boolean isOf(EventSourceMappingConfiguration mapping, Set<String> names) {
        Arns.FunctionRef target = Arns.functionIn(mapping.functionArn());
        return target != null && names.contains(target.name());
    }

    private Callable<List<Resource>> mapping(EventSourceMappingConfiguration found) {
        return task(
                "event source mapping " + found.uuid(),
                () -> kinds.mapping.observe(found, desired).stream().toList());
    }

    private List<Resource> together(List<Callable<List<Resource>>> tasks) {
        List<Resource> all = new ArrayList<>();
        parallel.all(tasks).forEach(all::addAll);
        return all;
    }

    /** Roles belong to the account, functions to a region of it. */
    private String derivedRole(String function) {
        return function + "-" + arns.where().region();
    }

    /** Who has no such role has no schedules, which spares most projects a call. */
    private String schedulerRole(String function) {
        return DerivedNames.schedulerRole(function, arns.where().region());
    }

    private List<Callable<List<Resource>>> schedules(Collection<Resource> found) {
        if (!wanted.names(ResourceType.SCHEDULE).isEmpty()) {
            return List.of();
        }
        Set<String> roles = found.stream()
                .filter(Role.class::isInstance)
                .map(each -> each.id().name())
                .collect(Collectors.toSet());
        return functions.stream()
                .filter(function -> roles.contains(schedulerRole(function)))
                .map(this::schedules)
                .toList();
    }

    private Callable<List<Resource>> schedules(String function) {
        return task("schedules of " + function, () -> kinds.schedule.observe(function, desired));
    }

    private void addFunction(List<Callable<List<Resource>>> tasks, String name) {
        String subject = "function " + name;
        String group = "/aws/lambda/" + name;
        Callable<List<Resource>> function = task(subject, () -> kinds.functions.observe(name, desired));
        if (wanted.namesApi(name)) {
            afterApis.add(function);
        } else {
            tasks.add(function);
        }
        List.of(DerivedNames.LIVE, DerivedNames.RAW)
                .forEach(alias -> tasks.add(task(subject, () -> List.copyOf(kinds.permission.observe(name, alias)))));
        tasks.add(task(
                subject,
                () -> kinds.url.observe(name, DerivedNames.LIVE).stream().toList()));
        tasks.add(task("rules of " + subject, () -> kinds.rule.observe(name, desired)));
        tasks.add(task(
                "log group " + group,
                () ->
                        kinds
                                .logGroup
                                .observe(
                                        group,
                                        desired,
                                        wanted.names(ResourceType.LOG_GROUP).contains(group))
                                .stream()
                                .toList()));
    }

    /** A function that was renamed or dropped: of the same project by its tags, under a name that we may have given. */
    private List<Resource> findFurtherFunctions() {
        String artifact = desired.project().substring(desired.project().indexOf(':') + 1);
        List<String> candidates = clients.lambda.listFunctionsPaginator(r -> {}).functions().stream()
                .map(FunctionConfiguration::functionName)
                .filter(name -> name.equals(artifact) || name.startsWith(artifact + "-"))
                .filter(name -> !functions.contains(name))
                .toList();
        List<Supplier<Boolean>> ours = candidates.stream()
                .map(name -> parallel.start(() -> Tags.areOurs(
                        clients.lambda
                                .listTags(r -> r.resource(arns.function(name)))
                                .tags(),
                        desired)))
                .toList();
        for (int i = 0; i < candidates.size(); i++) {
            if (ours.get(i).get()) {
                furtherFunctions.add(candidates.get(i));
            }
        }
        return List.of();
    }

    private List<Callable<List<Resource>>> secondRound(Collection<Resource> found) {
        List<Callable<List<Resource>>> tasks = new ArrayList<>();
        tasks.addAll(made());
        tasks.addAll(afterApis);
        furtherFunctions.forEach(name -> addFunction(tasks, name));
        functions.addAll(furtherFunctions);
        mappings.stream()
                .filter(each -> isOf(each, furtherFunctions))
                .map(this::mapping)
                .forEach(tasks::add);
        Set<String> known = wanted.names(ResourceType.ROLE);
        rolesOf(found).stream().filter(name -> !known.contains(name)).forEach(name -> tasks.add(role(name)));
        buckets(found).stream()
                .filter(name -> !wanted.buckets().contains(name))
                .forEach(name -> tasks.add(bucket(name)));
        tasks.addAll(wired(found));
        tasks.addAll(schedules(found));
        return tasks;
    }

    private Callable<List<Resource>> role(String name) {
        boolean ours = wanted.names(ResourceType.ROLE).contains(name);
        return task(
                "IAM role " + name,
                () -> kinds.role.observe(name, desired, ours).stream().toList());
    }

    private Callable<List<Resource>> bucket(String name) {
        // One that this run makes may be missing still.
        boolean made = wanted.names(ResourceType.BUCKET).contains(name);
        boolean there = !made && wanted.buckets().contains(name);
        return task("bucket " + name, () -> kinds.notification.observe(name, functions, there));
    }

    /** What the ledger names and no trigger does any more. */
    private List<Callable<List<Resource>>> made() {
        Set<ResourceId> needed = wanted.needed();
        List<Callable<List<Resource>>> tasks = new ArrayList<>();
        for (ResourceId each : kinds.ledger.entries()) {
            if (Source.isSource(each.type()) && !needed.contains(each)) {
                tasks.add(task(
                        each.toString(),
                        () -> kinds.source.observeMade(each, desired).stream().toList()));
            }
        }
        return tasks;
    }

    /** The ledger: our statements say which buckets call the function. */
    private static Set<String> buckets(Collection<Resource> found) {
        Set<String> buckets = new TreeSet<>();
        for (Resource each : found) {
            if (each instanceof Permission permission
                    && permission.principal().equals("s3.amazonaws.com")
                    && permission.sourceArn() != null) {
                buckets.add(
                        permission.sourceArn().substring(permission.sourceArn().lastIndexOf(':') + 1));
            }
        }
        return buckets;
    }

    private static Set<String> rolesOf(Collection<Resource> found) {
        Set<String> roles = new TreeSet<>();
        for (Resource each : found) {
            if (each instanceof LambdaFunction function
                    && function.role() != null
                    && !function.role().startsWith("arn:")) {
                roles.add(function.role());
            }
        }
        return roles;
    }

    private List<Resource> named(Collection<Resource> found) {
        Map<ResourceId, String> ids = new TreeMap<>();
        apis.forEach(each -> ids.put(new ResourceId(ResourceType.HTTP_API, each.name()), each.apiId()));
        restApis.forEach(each -> ids.put(RestApi.id(each.name()), each.id()));
        webSockets.forEach(each -> ids.put(WebSocketApi.id(each.name()), each.apiId()));
        Set<String> ours = new TreeSet<>();
        found.stream()
                .filter(LambdaFunction.class::isInstance)
                .forEach(each -> ours.add(each.id().name()));
        List<Resource> named = new ArrayList<>();
        for (Resource each : found) {
            if (each instanceof Permission permission) {
                if (ours.contains(permission.functionName())) {
                    named.add(PermissionResource.withApiNames(permission, ids));
                }
            } else if (each instanceof Role role) {
                named.add(RoleResource.withApiNames(role, ids));
            } else if (!(each instanceof FunctionPart part) || ours.contains(part.functionName())) {
                named.add(each);
            }
        }
        return named;
    }

    private Callable<List<Resource>> task(String subject, Supplier<List<Resource>> read) {
        return () -> {
            try {
                return read.get();
            } catch (SdkException e) {
                throw errors.translate(e, subject);
            }
        };
    }
}
