package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Problem;
import org.jspecify.annotations.Nullable;

/** Events of a bus that fit a pattern: a rule for each method, with the alias as its target. */
final class EventBridgeWiring implements ServiceWiring {
    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String pattern = pattern(route, trigger, wires);
        String said = wires.runtimeText(route, trigger, "bus");
        if (pattern == null || said == null) {
            return;
        }
        String bus = bus(said, wires);
        String rule = DerivedNames.eventRule(wires.functionName(), route.id());
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statement("eventbridge", route.id()),
                "events.amazonaws.com",
                ruleArn(bus, rule, wires));
        wires.add(new EventRule(
                bus, rule, pattern, true, wires.functionName(), DerivedNames.LIVE, permission, wires.tags()));
    }

    private static @Nullable String pattern(Route route, Trigger.Service trigger, Wires wires) {
        String text = wires.runtimeText(route, trigger, "pattern");
        try {
            return text == null ? null : Json.parse(text).asObject().canonical();
        } catch (JsonException e) {
            wires.fault(
                    Problem.LM073,
                    Wires.place(route, trigger, "pattern"),
                    "With its placeholders filled in the pattern is no JSON object: " + e.getMessage() + ".",
                    Wires.correct("pattern", trigger.text("pattern")));
            return null;
        }
    }

    /** A bus of this account and Region is known by its name. */
    private static String bus(String nameOrArn, Wires wires) {
        String here = wires.arns().of("events", "event-bus/");
        return nameOrArn.startsWith(here) ? nameOrArn.substring(here.length()) : nameOrArn;
    }

    private static String ruleArn(String bus, String rule, Wires wires) {
        if (bus.startsWith("arn:")) {
            return bus.replace(":event-bus/", ":rule/") + "/" + rule;
        }
        return wires.arns().of("events", "rule/" + (bus.equals(EventRule.DEFAULT_BUS) ? "" : bus + "/") + rule);
    }
}
