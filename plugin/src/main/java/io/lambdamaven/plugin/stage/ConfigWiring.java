package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ConfigRule;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A custom rule of AWS Config: the rule is made, with the alias as what evaluates. */
final class ConfigWiring implements ServiceWiring {
    private final Map<String, Route> rules = new TreeMap<>();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String rule = wires.runtimeText(route, trigger, "rule");
        if (rule == null) {
            return;
        }
        Route other = rules.putIfAbsent(rule, route);
        if (other != null) {
            wires.fault(
                    Problem.LM246,
                    Wires.place(route, trigger, "rule"),
                    other.method().shortName() + " already evaluates the rule " + rule + ".",
                    "Let one method evaluate it, or name another rule in @ConfigTrigger(rule).");
            return;
        }
        List<String> types = trigger.texts("resourceTypes");
        String frequency = trigger.text("frequency");
        // Config names no rule when it calls, and none is known before it is made: the account has to do.
        ResourceId permission = wires.permit(
                DerivedNames.LIVE, DerivedNames.statementFor("config", rule), "config.amazonaws.com", null);
        // AWS offers no resource for it.
        wires.allow(List.of("config:PutEvaluations"), List.of("*"));
        wires.add(new ConfigRule(
                rule,
                frequency.isEmpty() || !types.isEmpty(),
                types,
                frequency,
                wires.functionName(),
                DerivedNames.LIVE,
                permission,
                wires.tags()));
    }
}
