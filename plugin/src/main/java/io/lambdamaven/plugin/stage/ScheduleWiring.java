package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls on a schedule: a rule of EventBridge, or EventBridge Scheduler where a rule cannot. */
final class ScheduleWiring {
    private final Wires wires;
    private final @Nullable String permissionsBoundary;
    private boolean roleMade;

    /** @param permissionsBoundary of the roles that are made, null for none */
    ScheduleWiring(Wires wires, @Nullable String permissionsBoundary) {
        this.wires = wires;
        this.permissionsBoundary = permissionsBoundary;
    }

    void wire(Route route, Trigger.Schedule trigger) {
        wires.runtimeText(trigger.input(), Wires.place(route, "@ScheduleTrigger(input)"));
        if (trigger.needsScheduler()) {
            schedule(route.id(), trigger);
        } else {
            rule(route.id(), trigger.expression(), trigger.description(), trigger.enabled());
        }
    }

    /** The runtime answers this rule's ticks itself. */
    void keepWarm(String expression) {
        rule(DerivedNames.KEEP_WARM, expression, "Keeps " + wires.functionName() + " warm", true);
    }

    private void schedule(String id, Trigger.Schedule trigger) {
        String name = wires.functionName();
        wires.add(new Schedule(
                DerivedNames.schedule(name, id),
                trigger.expression(),
                trigger.timeZone().isEmpty() ? "UTC" : trigger.timeZone(),
                trigger.flexibleWindow(),
                instant(trigger.startDate()),
                instant(trigger.endDate()),
                trigger.description(),
                trigger.enabled(),
                tick(DerivedNames.scheduleRule(name, id)),
                name,
                DerivedNames.LIVE,
                role()));
    }

    /** As it is read back; the build has checked that it is one. */
    private static @Nullable String instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text).toString();
    }

    /** One role for all schedules of the function. */
    private String role() {
        String name = wires.functionName();
        String role = DerivedNames.schedulerRole(name, wires.where().region());
        if (!roleMade) {
            roleMade = true;
            String alias = wires.arns().of("lambda", "function:" + name + ":" + DerivedNames.LIVE);
            wires.add(new Role(
                    role,
                    RolePolicy.schedulerTrust(wires.where().account()),
                    RolePolicy.schedulerPolicy(alias),
                    permissionsBoundary,
                    wires.tags()));
        }
        return role;
    }

    /** What the runtime takes for the tick of a rule of this name. */
    private static String tick(String rule) {
        return Json.object()
                .put("source", "aws.events")
                .put("detail-type", "Scheduled Event")
                .put("detail", Json.object().build())
                .put("resources", Json.texts(List.of(rule)))
                .build()
                .canonical();
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
