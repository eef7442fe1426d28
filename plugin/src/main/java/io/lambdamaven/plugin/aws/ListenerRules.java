package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Finds rules of ours among those of others: in the load balancer of the wanted listener, and in the one that the target
 * group serves, where a rule of ours stays when another listener is named and the run that moves it is cut off.
 */
final class ListenerRules {
    private final TargetGroups groups;
    private final Parallel parallel;

    /** A rule with the listener that has it. */
    record Found(String listener, Rule rule, Map<String, String> tags) {
        /** Whether it hands requests to the target group. */
        boolean forwardsTo(String group) {
            return rule.actions().stream()
                    .flatMap(ListenerRules::targets)
                    .anyMatch(arn -> TargetGroups.isOf(group, arn));
        }
    }

    ListenerRules(TargetGroups groups, Parallel parallel) {
        this.groups = groups;
        this.parallel = parallel;
    }

    private static Stream<String> targets(Action action) {
        Stream<String> several = action.forwardConfig() == null
                ? Stream.empty()
                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn);
        return Stream.concat(Stream.ofNullable(action.targetGroupArn()), several);
    }

    /** Ours of this name, those of the wanted listener first. */
    List<Found> ours(String name, @Nullable ListenerRule wanted, Desired desired) {
        Supplier<List<Found>> expected =
                parallel.start(() -> wanted == null ? List.of() : ofBalancer(balancer(wanted.listener())));
        var group = groups.find(name);
        List<Found> all = new ArrayList<>();
        Set<String> others = new LinkedHashSet<>(group == null ? List.of() : group.loadBalancerArns());
        if (wanted != null) {
            others.remove(balancer(wanted.listener()));
        }
        all.addAll(expected.get());
        for (String other : others) {
            try {
                all.addAll(ofBalancer(other));
            } catch (LoadBalancerNotFoundException e) {
                // Gone, with its rules.
            }
        }
        List<Found> ours = ours(all.stream().filter(each -> each.forwardsTo(name)), desired);
        if (ours.isEmpty() && wanted != null) {
            // Somebody may have made it forward elsewhere.
            ours = ours(all.stream().filter(each -> each.listener().equals(wanted.listener())), desired).stream()
                    .filter(each -> name.equals(each.tags().get(ListenerRule.NAME_TAG)))
                    .toList();
        }
        String first = wanted == null ? "" : wanted.listener();
        return Stream.concat(
                        ours.stream().filter(each -> each.listener().equals(first)),
                        ours.stream().filter(each -> !each.listener().equals(first)))
                .toList();
    }

    /** All rules of a listener but the last one, which nobody can take away. */
    List<Rule> of(String listener) {
        return groups.balancing().describeRulesPaginator(r -> r.listenerArn(listener)).rules().stream()
                .filter(each -> !Boolean.TRUE.equals(each.isDefault()))
                .toList();
    }

    private List<Found> ofBalancer(String balancer) {
        List<Supplier<List<Found>>> running =
                groups.balancing().describeListenersPaginator(r -> r.loadBalancerArn(balancer)).listeners().stream()
                        .map(Listener::listenerArn)
                        .map(listener -> parallel.start(() -> of(listener).stream()
                                .map(rule -> new Found(listener, rule, Map.of()))
                                .toList()))
                        .toList();
        List<Found> all = new ArrayList<>();
        running.forEach(each -> all.addAll(each.get()));
        return all;
    }

    private List<Found> ours(Stream<Found> candidates, Desired desired) {
        List<Found> some = candidates.toList();
        Map<String, Map<String, String>> tags =
                groups.tags(some.stream().map(each -> each.rule().ruleArn()).toList());
        return some.stream()
                .map(each -> new Found(
                        each.listener(),
                        each.rule(),
                        tags.getOrDefault(each.rule().ruleArn(), Map.of())))
                .filter(each -> Tags.areOurs(each.tags(), desired))
                .toList();
    }

    /** The load balancer of a listener. */
    static String balancer(String listener) {
        return listener.substring(0, listener.lastIndexOf('/')).replace(":listener/", ":loadbalancer/");
    }
}
