package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;

/** Rules of EventBridge that call on a schedule. */
final class ScheduleWiring {
    private final Wires wires;

    ScheduleWiring(Wires wires) {
        this.wires = wires;
    }

    void wire(Route route, Trigger.Schedule trigger) {
        wires.runtimeText(trigger.input(), Wires.place(route, "@ScheduleTrigger(input)"));
        if (!trigger.needsScheduler()) {
            rule(route.id(), trigger.expression(), trigger.description(), trigger.enabled());
        }
    }

    /** The runtime answers this rule's ticks itself. */
    void keepWarm(String expression) {
        rule(DerivedNames.KEEP_WARM, expression, "Keeps " + wires.functionName() + " warm", true);
    }

    private void rule(String id, String expression, String description, boolean enabled) {
        String name = wires.functionName();
        String rule = DerivedNames.scheduleRule(name, id);
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.scheduleStatement(id),
                "events.amazonaws.com",
                wires.arns().of("events", "rule/" + rule));
        wires.add(new ScheduleRule(
                rule, expression, description, enabled, name, DerivedNames.LIVE, permission, wires.tags()));
    }
}
