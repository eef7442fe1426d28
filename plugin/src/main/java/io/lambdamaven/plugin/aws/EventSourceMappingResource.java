package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;

/** What polls a queue. AWS knows it by a UUID, we by the ARNs of alias and queue; it changes state in its own time. */
final class EventSourceMappingResource implements Kind<EventSourceMapping> {
    private static final Set<String> SETTLED = Set.of("Enabled", "Disabled");
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final LambdaClient lambda;
    private final Arns arns;
    private final Known known;
    private final boolean emulated;

    EventSourceMappingResource(LambdaClient lambda, Arns arns, Known known, boolean emulated) {
        this.lambda = lambda;
        this.arns = arns;
        this.known = known;
        this.emulated = emulated;
    }

    /** Every mapping whose function's name is one of ours; ours also when the function itself is gone. */
    List<EventSourceMappingConfiguration> list() {
        List<EventSourceMappingConfiguration> all = new ArrayList<>();
        lambda.listEventSourceMappingsPaginator(r -> {}).eventSourceMappings().forEach(all::add);
        return all;
    }

    Optional<Resource> observe(EventSourceMappingConfiguration found, Desired desired) {
        Arns.FunctionRef target = Arns.functionIn(found.functionArn());
        if (target == null || found.eventSourceArn() == null || "Deleting".equals(found.state())) {
            return Optional.empty();
        }
        // An emulator may put the version in the place of the alias.
        String alias = emulated && target.qualifier().matches("[0-9]+") ? DerivedNames.LIVE : target.qualifier();
        String name = found.eventSourceArn() + " -> " + target.name() + ":" + alias;
        ResourceId id = new ResourceId(ResourceType.EVENT_SOURCE_MAPPING, name);
        Map<String, String> tags =
                lambda.listTags(r -> r.resource(arns.mapping(found.uuid()))).tags();
        if (!Tags.areOurs(tags, desired)) {
            if (desired.resources().stream().anyMatch(each -> each.id().equals(id))) {
                Tags.mustBeOurs(id, tags, desired);
            }
            return Optional.empty();
        }
        known.mappings.put(name, found.uuid());
        return Optional.of(new EventSourceMapping(
                target.name(),
                alias,
                found.eventSourceArn(),
                found.batchSize(),
                found.maximumBatchingWindowInSeconds(),
                found.scalingConfig() == null ? null : found.scalingConfig().maximumConcurrency(),
                found.functionResponseTypes().contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES),
                List.of("Enabled", "Enabling", "Creating").contains(String.valueOf(found.state())),
                tags));
    }

    @Override
    public Class<EventSourceMapping> type() {
        return EventSourceMapping.class;
    }

    @Override
    public void create(EventSourceMapping wanted, Desired desired) {
        Retry.until(
                () -> {
                    try {
                        String uuid = lambda.createEventSourceMapping(
                                        r -> r.functionName(arns.alias(wanted.functionName(), wanted.alias()))
                                                .eventSourceArn(wanted.eventSourceArn())
                                                .batchSize(wanted.batchSize())
                                                .maximumBatchingWindowInSeconds(wanted.batchingWindow())
                                                .scalingConfig(scaling(wanted))
                                                .functionResponseTypes(responses(wanted))
                                                .enabled(wanted.enabled())
                                                .tags(wanted.tags()))
                                .uuid();
                        known.mappings.put(wanted.id().name(), uuid);
                    } catch (ResourceConflictException e) {
                        adopt(wanted, desired, e);
                    }
                },
                Retry::roleIsNew);
        settle(wanted.id().name());
    }

    /** The answer to the first try got lost: there is one mapping for alias and source. */
    private void adopt(EventSourceMapping wanted, Desired desired, ResourceConflictException conflict) {
        for (EventSourceMappingConfiguration each : list()) {
            observe(each, desired);
        }
        if (!known.mappings.containsKey(wanted.id().name())) {
            throw conflict;
        }
    }

    /** None is said with an empty setting; leaving it out means unchanged, but for a new mapping. */
    private static @Nullable ScalingConfig scaling(EventSourceMapping wanted) {
        return wanted.maximumConcurrency() == null
                ? null
                : ScalingConfig.builder()
                        .maximumConcurrency(wanted.maximumConcurrency())
                        .build();
    }

    private static List<FunctionResponseType> responses(EventSourceMapping wanted) {
        return Boolean.TRUE.equals(wanted.reportBatchItemFailures())
                ? List.of(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                : List.of();
    }

    @Override
    public void update(
            EventSourceMapping there, EventSourceMapping wanted, List<AttributeChange> changes, Desired desired) {
        String name = wanted.id().name();
        String uuid = Known.get(known.mappings, name);
        boolean settings = changes.stream().anyMatch(change -> !change.name().startsWith("tags."));
        if (settings) {
            settle(name);
            ScalingConfig scaling = scaling(wanted);
            Retry.until(
                    () -> lambda.updateEventSourceMapping(r -> r.uuid(uuid)
                            .functionName(arns.alias(wanted.functionName(), wanted.alias()))
                            .batchSize(wanted.batchSize())
                            .maximumBatchingWindowInSeconds(wanted.batchingWindow())
                            .scalingConfig(
                                    scaling == null ? ScalingConfig.builder().build() : scaling)
                            .functionResponseTypes(responses(wanted))
                            .enabled(wanted.enabled())),
                    e -> Retry.roleIsNew(e) || Retry.isBusy(e));
            settle(name);
        }
        if (Kind.touches(changes, "tags")) {
            lambda.tagResource(r -> r.resource(arns.mapping(uuid)).tags(wanted.tags()));
        }
    }

    @Override
    public void delete(EventSourceMapping there, Desired desired) {
        String name = there.id().name();
        String uuid = Known.get(known.mappings, name);
        try {
            Retry.until(() -> lambda.deleteEventSourceMapping(r -> r.uuid(uuid)), Retry::isBusy);
            await(name, Set.of());
        } catch (ResourceNotFoundException e) {
            // Gone.
        }
    }

    private void settle(String name) {
        await(name, SETTLED);
    }

    private void await(String name, Set<String> states) {
        String uuid = Known.get(known.mappings, name);
        long end = System.nanoTime() + DEADLINE.toNanos();
        Duration pause = Duration.ofMillis(250);
        String state =
                String.valueOf(lambda.getEventSourceMapping(r -> r.uuid(uuid)).state());
        while (!states.contains(state)) {
            if (System.nanoTime() > end) {
                throw new UserFault(
                        Problem.LM309,
                        Place.of(ResourceType.EVENT_SOURCE_MAPPING.label() + " " + name),
                        "It is still " + state + " after " + DEADLINE.toMinutes() + " minutes.",
                        "Run the goal again; it goes on from what is there.");
            }
            Retry.sleep(pause);
            pause = pause.compareTo(Duration.ofSeconds(2)) < 0 ? pause.multipliedBy(2) : pause;
            state = String.valueOf(
                    lambda.getEventSourceMapping(r -> r.uuid(uuid)).state());
        }
    }
}
