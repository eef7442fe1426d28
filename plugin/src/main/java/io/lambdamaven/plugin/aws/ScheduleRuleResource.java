package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** A scheduled rule on the default bus with the alias as its one target. */
final class ScheduleRuleResource implements Kind<ScheduleRule> {
    private static final String TARGET = "lambda-maven";

    private final EventBridgeClient events;
    private final Arns arns;

    ScheduleRuleResource(EventBridgeClient events, Arns arns) {
        this.events = events;
        this.arns = arns;
    }

    /** The rules that a function has or had. The list has no paginator. */
    List<Resource> observe(String function, Desired desired) {
        // Long names are cut; what the cut lets in is sorted out by whole name.
        String prefix = DerivedNames.scheduleRulePrefix(function);
        List<Resource> found = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListRulesResponse page = events.listRules(r -> r.namePrefix(prefix).nextToken(next));
            for (Rule rule : page.rules()) {
                if (DerivedNames.isScheduleRule(function, rule.name())) {
                    observe(function, rule, desired).ifPresent(found::add);
                }
            }
            token = page.nextToken();
        } while (token != null);
        return found;
    }

    private Optional<Resource> observe(String function, Rule rule, Desired desired) {
        ResourceId id = new ResourceId(ResourceType.SCHEDULE_RULE, rule.name());
        Optional<ScheduleRule> wanted = desired.resources().stream()
                .filter(each -> each.id().equals(id))
                .map(ScheduleRule.class::cast)
                .findFirst();
        Map<String, String> tags =
                events.listTagsForResource(r -> r.resourceARN(arns.rule(rule.name()))).tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value));
        if (!Tags.areOurs(tags, desired)) {
            if (wanted.isPresent()) {
                Tags.mustBeOurs(id, tags, desired);
            }
            return Optional.empty();
        }
        Arns.FunctionRef target = target(rule.name());
        // Two functions with long names may share what is left of them in a rule's name.
        if (wanted.isEmpty() && target != null && !target.name().equals(function)) {
            return Optional.empty();
        }
        return Optional.of(new ScheduleRule(
                rule.name(),
                rule.scheduleExpression(),
                description(rule, wanted.map(ScheduleRule::description).orElse(null)),
                rule.state() != RuleState.DISABLED,
                target == null ? "" : target.name(),
                target == null ? "" : target.qualifier(),
                Permission.id(
                        function, DerivedNames.LIVE, DerivedNames.scheduleStatement(DerivedNames.routeId(rule.name()))),
                tags));
    }

    /** No description and an empty one are the same. */
    private static @Nullable String description(Rule rule, @Nullable String wanted) {
        String found = Objects.requireNonNullElse(rule.description(), "");
        return found.isEmpty() && wanted == null ? null : found;
    }

    private Arns.@Nullable FunctionRef target(String rule) {
        return events.listTargetsByRule(r -> r.rule(rule)).targets().stream()
                .filter(target -> target.id().equals(TARGET))
                .map(target -> Arns.functionIn(target.arn()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Class<ScheduleRule> type() {
        return ScheduleRule.class;
    }

    @Override
    public void create(ScheduleRule wanted, Desired desired) {
        List<Tag> tags = tags(wanted);
        events.putRule(r -> r.name(wanted.name())
                .scheduleExpression(wanted.expression())
                .description(wanted.description())
                .state(state(wanted))
                .tags(tags));
        putTarget(wanted);
    }

    private void putTarget(ScheduleRule wanted) {
        PutTargetsResponse answer = events.putTargets(r -> r.rule(wanted.name())
                .targets(Target.builder()
                        .id(TARGET)
                        .arn(arns.alias(wanted.functionName(), wanted.alias()))
                        .build()));
        if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
            throw new UserFault(
                    Problem.LM314,
                    Place.of(wanted.id().toString()),
                    "EventBridge refused the target: "
                            + answer.failedEntries().get(0).errorMessage() + ".",
                    "Change what AWS names in @ScheduleTrigger or <keepWarm> and run the goal again.");
        }
    }

    /** PutRule sets what is left out to nothing and passes over tags. */
    @Override
    public void update(ScheduleRule there, ScheduleRule wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "expression")
                || Kind.touches(changes, "description")
                || Kind.touches(changes, "enabled")) {
            events.putRule(r -> r.name(wanted.name())
                    .scheduleExpression(wanted.expression())
                    .description(wanted.description())
                    .state(state(wanted)));
        }
        if (Kind.touches(changes, "target")) {
            putTarget(wanted);
        }
        if (Kind.touches(changes, "tags")) {
            List<Tag> tags = tags(wanted);
            events.tagResource(r -> r.resourceARN(arns.rule(wanted.name())).tags(tags));
        }
    }

    private static RuleState state(ScheduleRule wanted) {
        return Boolean.FALSE.equals(wanted.enabled()) ? RuleState.DISABLED : RuleState.ENABLED;
    }

    private static List<Tag> tags(ScheduleRule wanted) {
        return wanted.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /** A rule goes only without targets. */
    @Override
    public void delete(ScheduleRule there, Desired desired) {
        try {
            List<String> targets = events.listTargetsByRule(r -> r.rule(there.name())).targets().stream()
                    .map(Target::id)
                    .toList();
            if (!targets.isEmpty()) {
                events.removeTargets(r -> r.rule(there.name()).ids(targets));
            }
            events.deleteRule(r -> r.name(there.name()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
