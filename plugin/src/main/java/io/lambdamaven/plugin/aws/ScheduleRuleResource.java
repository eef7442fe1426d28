package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** A scheduled rule on the default bus with the alias as its one target. */
final class ScheduleRuleResource implements Kind<ScheduleRule> {
    private final EventBridgeClient events;
    private final Rules rules;
    private final Arns arns;

    ScheduleRuleResource(EventBridgeClient events, Arns arns, Parallel parallel) {
        this.events = events;
        this.rules = new Rules(events, parallel);
        this.arns = arns;
    }

    /** The rules that a function has or had. The list has no paginator. */
    List<Resource> observe(String function, Desired desired) {
        // Long names are cut; what the cut lets in is sorted out by whole name.
        String prefix = DerivedNames.scheduleRulePrefix(function);
        List<Supplier<Optional<Resource>>> found = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListRulesResponse page = events.listRules(r -> r.namePrefix(prefix).nextToken(next));
            for (Rule rule : page.rules()) {
                if (DerivedNames.isScheduleRule(function, rule.name())) {
                    Supplier<Rules.Rest> rest = rules.rest(EventRule.DEFAULT_BUS, rule.name(), arns.rule(rule.name()));
                    found.add(() -> read(function, rule, rest.get(), desired));
                }
            }
            token = page.nextToken();
        } while (token != null);
        return found.stream().flatMap(each -> each.get().stream()).toList();
    }

    private Optional<Resource> read(String function, Rule rule, Rules.Rest rest, Desired desired) {
        ResourceId id = new ResourceId(ResourceType.SCHEDULE_RULE, rule.name());
        Optional<ScheduleRule> wanted = desired.resources().stream()
                .filter(each -> each.id().equals(id))
                .map(ScheduleRule.class::cast)
                .findFirst();
        Map<String, String> tags = rest.tags();
        if (!Tags.areOurs(tags, desired)) {
            if (wanted.isPresent()) {
                Tags.mustBeOurs(id, tags, desired);
            }
            return Optional.empty();
        }
        Arns.FunctionRef target = rest.target().orElse(null);
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

    @Override
    public Class<ScheduleRule> type() {
        return ScheduleRule.class;
    }

    @Override
    public void create(ScheduleRule wanted, Desired desired) {
        List<Tag> tags = Rules.list(wanted.tags());
        events.putRule(r -> r.name(wanted.name())
                .scheduleExpression(wanted.expression())
                .description(wanted.description())
                .state(Rules.state(wanted.enabled()))
                .tags(tags));
        putTarget(wanted);
    }

    private void putTarget(ScheduleRule wanted) {
        rules.putTarget(
                wanted, EventRule.DEFAULT_BUS, wanted.name(), arns.alias(wanted.functionName(), wanted.alias()));
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
                    .state(Rules.state(wanted.enabled())));
        }
        if (Kind.touches(changes, "target")) {
            putTarget(wanted);
        }
        if (Kind.touches(changes, "tags")) {
            rules.tag(arns.rule(wanted.name()), wanted.tags());
        }
    }

    @Override
    public void delete(ScheduleRule there, Desired desired) {
        rules.delete(EventRule.DEFAULT_BUS, there.name());
    }
}
