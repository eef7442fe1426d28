package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
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
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** What polls a source. AWS knows it by a UUID, we by alias and source; it changes state in its own time. */
final class EventSourceMappingResource implements Kind<EventSourceMapping> {
    private static final Set<String> SETTLED = Set.of("Enabled", "Disabled");
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final LambdaClient lambda;
    private final CurrentStreams streams;
    private final Arns arns;
    private final Known known;
    private final boolean emulated;

    EventSourceMappingResource(LambdaClient lambda, CurrentStreams streams, Arns arns, Known known, boolean emulated) {
        this.lambda = lambda;
        this.streams = streams;
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
        MappedSource reported = MappingAnswers.source(found);
        if (target == null || reported == null || "Deleting".equals(found.state())) {
            return Optional.empty();
        }
        // An emulator may put the version in the place of the alias.
        String alias = emulated && target.qualifier().matches("[0-9]+") ? DerivedNames.LIVE : target.qualifier();
        MappedSource source = new MappedSource(streams.named(reported.at()), reported.parts());
        ResourceId id = EventSourceMapping.id(target.name(), alias, source);
        Map<String, String> tags =
                lambda.listTags(r -> r.resource(arns.mapping(found.uuid()))).tags();
        if (!Tags.areOurs(tags, desired)) {
            if (desired.resources().stream().anyMatch(each -> each.id().equals(id))) {
                Tags.mustBeOurs(id, tags, desired);
            }
            return Optional.empty();
        }
        String first = known.mappings.putIfAbsent(id.name(), found.uuid());
        if (first != null && !first.equals(found.uuid())) {
            // An answer got lost and the call was sent again: one of the two goes.
            source = source.with("uuid", found.uuid());
            known.mappings.put(
                    EventSourceMapping.id(target.name(), alias, source).name(), found.uuid());
        }
        return Optional.of(MappingAnswers.read(found, target.name(), alias, source, tags));
    }

    @Override
    public Class<EventSourceMapping> type() {
        return EventSourceMapping.class;
    }

    @Override
    public void create(EventSourceMapping wanted, Desired desired) {
        String arn = streams.of(wanted, desired);
        String function = arns.alias(wanted.functionName(), wanted.alias());
        Retry.until(
                () -> {
                    try {
                        String uuid = lambda.createEventSourceMapping(MappingRequests.create(wanted, function, arn))
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

    @Override
    public void update(
            EventSourceMapping there, EventSourceMapping wanted, List<AttributeChange> changes, Desired desired) {
        String name = wanted.id().name();
        String uuid = Known.get(known.mappings, name);
        boolean settings = changes.stream().anyMatch(change -> !change.name().startsWith("tags."));
        if (settings) {
            settle(name);
            String function = arns.alias(wanted.functionName(), wanted.alias());
            Retry.until(
                    () -> lambda.updateEventSourceMapping(MappingRequests.update(there, wanted, function, uuid)),
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
