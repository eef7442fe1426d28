package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.aws.ListenerRules.Found;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.PriorityInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;

/** Our rule in somebody's listener; the other rules are read for their priorities only. */
final class ListenerRuleResource implements NamedKind<ListenerRule> {
    private static final int TRIES = 10;

    private final TargetGroups groups;
    private final ListenerRules rules;
    private final Map<String, List<Found>> seen = new ConcurrentHashMap<>();

    ListenerRuleResource(TargetGroups groups, Parallel parallel) {
        this.groups = groups;
        this.rules = new ListenerRules(groups, parallel);
    }

    private ElasticLoadBalancingV2Client balancing() {
        return groups.balancing();
    }

    @Override
    public Class<ListenerRule> type() {
        return ListenerRule.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.LISTENER_RULE;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        return TargetGroupResource.name(statement);
    }

    @Override
    public Optional<ListenerRule> observe(String name, Desired desired, boolean wanted) {
        ListenerRule asked = wanted(name, desired);
        List<Found> ours = rules.ours(name, asked, desired);
        seen.put(name, ours);
        boolean any = asked != null && asked.priority() == null;
        return ours.stream().findFirst().map(first -> read(name, first, ours, any));
    }

    private static @Nullable ListenerRule wanted(String name, Desired desired) {
        return desired.resources().stream()
                .filter(each -> each.id().equals(ListenerRule.id(name)))
                .map(ListenerRule.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** @param any whether any priority will do: what somebody makes of it is no difference */
    private static ListenerRule read(String name, Found found, List<Found> all, boolean any) {
        return new ListenerRule(
                name,
                // More than one is a difference.
                all.stream().map(Found::listener).collect(Collectors.joining(", ")),
                any ? null : Integer.valueOf(found.rule().priority()),
                RuleParts.hosts(found.rule()),
                RuleParts.paths(found.rule()),
                found.forwardsTo(name) ? name : "",
                found.tags());
    }

    @Override
    public void create(ListenerRule wanted, Desired desired) {
        make(wanted, desired);
    }

    /** Who names no priority gets the first one that is free, behind which somebody else may be as well. */
    private void make(ListenerRule wanted, Desired desired) {
        for (int tries = 1; ; tries++) {
            Integer named = wanted.priority();
            int priority = named == null ? free(wanted.listener()) : named;
            try {
                balancing()
                        .createRule(r -> r.listenerArn(wanted.listener())
                                .priority(priority)
                                .conditions(RuleParts.conditions(wanted, List.of()))
                                .actions(RuleParts.actions(groups.arn(wanted.name()), List.of()))
                                .tags(TargetGroups.list(wanted.tags())));
                return;
            } catch (PriorityInUseException e) {
                // By our own rule, if only the answer to an earlier request was lost.
                boolean made = rules.ours(wanted.name(), wanted, desired).stream()
                        .anyMatch(each -> each.listener().equals(wanted.listener()));
                if (made) {
                    return;
                } else if (named != null || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private int free(String listener) {
        Set<String> taken = rules.of(listener).stream().map(Rule::priority).collect(Collectors.toSet());
        int free = 1;
        while (taken.contains(String.valueOf(free))) {
            free++;
        }
        return free;
    }

    @Override
    public void update(ListenerRule there, ListenerRule wanted, List<AttributeChange> changes, Desired desired) {
        List<Found> others = new ArrayList<>(seen.getOrDefault(wanted.name(), List.of()));
        Found kept = others.stream()
                .filter(each -> each.listener().equals(wanted.listener()))
                .findFirst()
                .orElse(null);
        if (kept != null) {
            others.remove(kept);
            change(kept.rule(), wanted, changes);
            remove(others);
        } else if (others.stream().anyMatch(each -> isElsewhere(each, wanted))) {
            // A target group serves one load balancer at a time.
            remove(others);
            make(wanted, desired);
        } else {
            make(wanted, desired);
            remove(others);
        }
    }

    private static boolean isElsewhere(Found rule, ListenerRule wanted) {
        return !ListenerRules.balancer(rule.listener()).equals(ListenerRules.balancer(wanted.listener()));
    }

    private void change(Rule rule, ListenerRule wanted, List<AttributeChange> changes) {
        boolean conditions = Kind.touches(changes, "hosts") || Kind.touches(changes, "paths");
        boolean forward = Kind.touches(changes, "forward");
        if (conditions || forward) {
            balancing().modifyRule(r -> {
                r.ruleArn(rule.ruleArn());
                if (conditions) {
                    r.conditions(RuleParts.conditions(wanted, rule.conditions()));
                }
                if (forward) {
                    r.actions(RuleParts.actions(groups.arn(wanted.name()), rule.actions()));
                }
            });
        }
        if (Kind.touches(changes, "priority")) {
            RulePriorityPair pair = RulePriorityPair.builder()
                    .ruleArn(rule.ruleArn())
                    .priority(wanted.priority())
                    .build();
            balancing().setRulePriorities(r -> r.rulePriorities(pair));
        }
        if (Kind.touches(changes, "tags")) {
            balancing().addTags(r -> r.resourceArns(rule.ruleArn()).tags(TargetGroups.list(wanted.tags())));
        }
    }

    private void remove(List<Found> found) {
        for (Found each : found) {
            try {
                balancing().deleteRule(r -> r.ruleArn(each.rule().ruleArn()));
            } catch (RuleNotFoundException e) {
                // Gone already.
            }
        }
    }

    @Override
    public void delete(ListenerRule there, Desired desired) {
        remove(seen.getOrDefault(there.name(), List.of()));
    }
}
