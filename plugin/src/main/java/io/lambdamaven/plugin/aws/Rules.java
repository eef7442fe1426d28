package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What all our rules of EventBridge have: one target, the alias, and tags. */
final class Rules {
    private static final String TARGET = "lambda-maven";

    private final EventBridgeClient events;
    private final Parallel parallel;

    Rules(EventBridgeClient events, Parallel parallel) {
        this.events = events;
        this.parallel = parallel;
    }

    /** What of a rule is asked for apart. */
    record Rest(Map<String, String> tags, Optional<Arns.FunctionRef> target) {}

    /** Reads tags and target side by side. */
    Supplier<Rest> rest(String bus, String rule, String ruleArn) {
        Supplier<Map<String, String>> tags = parallel.start(() -> tags(ruleArn));
        Supplier<Optional<Arns.FunctionRef>> target = parallel.start(() -> target(bus, rule));
        return () -> new Rest(tags.get(), target.get());
    }

    private Map<String, String> tags(String ruleArn) {
        return events.listTagsForResource(r -> r.resourceARN(ruleArn)).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    void tag(String ruleArn, Map<String, String> tags) {
        List<Tag> all = list(tags);
        events.tagResource(r -> r.resourceARN(ruleArn).tags(all));
    }

    /** The function that our target calls, if there is such a target. */
    private Optional<Arns.FunctionRef> target(String bus, String rule) {
        return events.listTargetsByRule(r -> r.eventBusName(bus).rule(rule)).targets().stream()
                .filter(target -> target.id().equals(TARGET))
                .map(target -> Arns.functionIn(target.arn()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    void putTarget(Resource wanted, String bus, String rule, String aliasArn) {
        PutTargetsResponse answer = events.putTargets(r -> r.eventBusName(bus)
                .rule(rule)
                .targets(Target.builder().id(TARGET).arn(aliasArn).build()));
        if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
            throw new UserFault(
                    Problem.LM314,
                    Place.of(wanted.id().toString()),
                    "EventBridge refused the target: "
                            + answer.failedEntries().get(0).errorMessage() + ".",
                    "Change what AWS names in the trigger's annotation or <keepWarm> and run the goal again.");
        }
    }

    /** A rule goes only without targets. */
    void delete(String bus, String rule) {
        try {
            List<String> targets = events
                    .listTargetsByRule(r -> r.eventBusName(bus).rule(rule))
                    .targets()
                    .stream()
                    .map(Target::id)
                    .toList();
            if (!targets.isEmpty()) {
                events.removeTargets(r -> r.eventBusName(bus).rule(rule).ids(targets));
            }
            events.deleteRule(r -> r.eventBusName(bus).name(rule));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }

    static RuleState state(@Nullable Boolean enabled) {
        return Boolean.FALSE.equals(enabled) ? RuleState.DISABLED : RuleState.ENABLED;
    }

    static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
