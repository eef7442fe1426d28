package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.ListenerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Conditions and actions of a listener rule: ours are set, further ones that somebody added stay. */
final class RuleParts {
    private static final String HOST = "host-header";
    private static final String PATH = "path-pattern";

    /** A rule has one of these, the last of its actions. */
    private static final Set<ActionTypeEnum> LAST =
            Set.of(ActionTypeEnum.FORWARD, ActionTypeEnum.REDIRECT, ActionTypeEnum.FIXED_RESPONSE);

    private RuleParts() {}

    static List<String> hosts(Rule rule) {
        return rule.conditions().stream()
                .filter(each -> HOST.equals(each.field()))
                .flatMap(each -> (each.hostHeaderConfig() == null
                                ? each.values()
                                : each.hostHeaderConfig().values())
                        .stream())
                .toList();
    }

    static List<String> paths(Rule rule) {
        return rule.conditions().stream()
                .filter(each -> PATH.equals(each.field()))
                .flatMap(each -> (each.pathPatternConfig() == null
                                ? each.values()
                                : each.pathPatternConfig().values())
                        .stream())
                .toList();
    }

    static List<RuleCondition> conditions(ListenerRule wanted, List<RuleCondition> before) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (RuleCondition each : before) {
            if (!HOST.equals(each.field()) && !PATH.equals(each.field())) {
                conditions.add(each);
            }
        }
        if (!wanted.hosts().isEmpty()) {
            conditions.add(RuleCondition.builder()
                    .field(HOST)
                    .hostHeaderConfig(c -> c.values(wanted.hosts()))
                    .build());
        }
        if (!wanted.paths().isEmpty()) {
            conditions.add(RuleCondition.builder()
                    .field(PATH)
                    .pathPatternConfig(c -> c.values(wanted.paths()))
                    .build());
        }
        return conditions;
    }

    static List<Action> actions(String targetGroup, List<Action> before) {
        List<Action> actions = new ArrayList<>();
        for (Action each : before) {
            if (!LAST.contains(each.type())) {
                actions.add(withItsSecret(each));
            }
        }
        // Without an order there can be one action only.
        Integer order = actions.isEmpty() ? null : Integer.valueOf(actions.size() + 1);
        actions.add(Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn(targetGroup)
                .order(order)
                .build());
        return actions;
    }

    /** AWS does not tell the client's secret, and keeps it if told to. */
    private static Action withItsSecret(Action action) {
        return action.authenticateOidcConfig() == null
                ? action
                : action.toBuilder()
                        .authenticateOidcConfig(action.authenticateOidcConfig().toBuilder()
                                .useExistingClientSecret(true)
                                .build())
                        .build();
    }
}
