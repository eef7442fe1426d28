package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** A rule with an event pattern, on any bus. */
final class EventRuleResource implements NamedKind<EventRule> {
    private final EventBridgeClient events;
    private final Rules rules;
    private final Arns arns;

    EventRuleResource(EventBridgeClient events, Arns arns, Parallel parallel) {
        this.events = events;
        this.rules = new Rules(events, parallel);
        this.arns = arns;
    }

    @Override
    public Class<EventRule> type() {
        return EventRule.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.EVENT_RULE;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        return DerivedNames.isStatementOf("eventbridge", statement.statementId()) && source != null
                ? Optional.of(arns.ruleIn(source))
                : Optional.empty();
    }

    @Override
    public Optional<EventRule> observe(String name, Desired desired, boolean wanted) {
        String bus = bus(name);
        String rule = rule(name);
        Supplier<Rules.Rest> rest = rules.rest(bus, rule, arns.rule(bus, rule));
        DescribeRuleResponse found;
        try {
            found = events.describeRule(r -> r.eventBusName(bus).name(rule));
        } catch (ResourceNotFoundException e) {
            if (wanted && !isAboutTheRule(e, rule)) {
                throw e;
            }
            return Optional.empty();
        }
        Map<String, String> tags = rest.get().tags();
        if (!Tags.areOurs(tags, desired)) {
            if (wanted) {
                Tags.mustBeOurs(EventRule.id(bus, rule), tags, desired);
            }
            return Optional.empty();
        }
        Arns.FunctionRef target = rest.get().target().orElse(null);
        return Optional.of(new EventRule(
                bus,
                rule,
                found.eventPattern() == null
                        ? null
                        : Json.parse(found.eventPattern()).canonical(),
                found.state() != RuleState.DISABLED,
                target == null ? "" : target.name(),
                target == null ? "" : target.qualifier(),
                Permission.id(
                        target == null ? "" : target.name(),
                        DerivedNames.LIVE,
                        DerivedNames.statement("eventbridge", rule.substring(rule.lastIndexOf('.') + 1))),
                tags));
    }

    /** Else it is the bus that is not there. */
    private static boolean isAboutTheRule(ResourceNotFoundException e, String rule) {
        return e.awsErrorDetails().errorMessage().contains(rule);
    }

    @Override
    public void create(EventRule wanted, Desired desired) {
        List<Tag> tags = Rules.list(wanted.tags());
        events.putRule(r -> r.eventBusName(wanted.bus())
                .name(wanted.name())
                .eventPattern(wanted.pattern())
                .state(Rules.state(wanted.enabled()))
                .tags(tags));
        putTarget(wanted);
    }

    private void putTarget(EventRule wanted) {
        rules.putTarget(wanted, wanted.bus(), wanted.name(), arns.alias(wanted.functionName(), wanted.alias()));
    }

    /** PutRule sets what is left out to nothing and passes over tags. */
    @Override
    public void update(EventRule there, EventRule wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "pattern") || Kind.touches(changes, "enabled")) {
            events.putRule(r -> r.eventBusName(wanted.bus())
                    .name(wanted.name())
                    .eventPattern(wanted.pattern())
                    .state(Rules.state(wanted.enabled())));
        }
        if (Kind.touches(changes, "target")) {
            putTarget(wanted);
        }
        if (Kind.touches(changes, "tags")) {
            rules.tag(arns.rule(wanted.bus(), wanted.name()), wanted.tags());
        }
    }

    @Override
    public void delete(EventRule there, Desired desired) {
        rules.delete(there.bus(), there.name());
    }

    private static String bus(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static String rule(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
