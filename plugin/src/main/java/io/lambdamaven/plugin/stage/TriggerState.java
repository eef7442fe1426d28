package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What calls one function, each with the permission to do so: first the permission, then the trigger. */
final class TriggerState {
    private final FunctionModel function;
    private final FunctionSettings settings;
    private final Wires wires;
    private final Neighbours neighbours;
    private final Diagnostics faults;

    TriggerState(
            FunctionModel function, FunctionSettings settings, Wires wires, Neighbours neighbours, Diagnostics faults) {
        this.function = function;
        this.settings = settings;
        this.wires = wires;
        this.neighbours = neighbours;
        this.faults = faults;
    }

    List<Resource> resources() {
        HttpState http = new HttpState(settings, wires, neighbours);
        BucketWiring buckets = new BucketWiring(wires);
        ScheduleWiring schedules = new ScheduleWiring(wires, settings.permissionsBoundary());
        Map<String, ServiceWiring> services =
                ServiceWiring.all(settings.extras().gateways());
        for (Route route : function.routes()) {
            if (route.trigger() instanceof Trigger.Http trigger) {
                http.add(route, trigger);
            } else if (route.trigger() instanceof Trigger.Web trigger) {
                http.add(trigger);
            } else if (route.trigger() instanceof Trigger.S3 trigger) {
                buckets.wire(route, trigger);
            } else if (route.trigger() instanceof Trigger.Schedule trigger) {
                schedules.wire(route, trigger);
            } else if (route.trigger() instanceof Trigger.Service trigger) {
                services.getOrDefault(trigger.kind(), TriggerState::leave).wire(route, trigger, wires);
            }
            // Nothing calls a command or takes a direct invocation but callers whom IAM lets do so.
        }
        if (settings.keepWarm() != null) {
            schedules.keepWarm(settings.keepWarm());
        }
        List<Resource> resources = new ArrayList<>(http.resources());
        resources.addAll(wires.resources());
        new PolicySize(wires.arns(), settings.functionName(), faults).check(resources);
        return resources;
    }

    /** The runtime needs the values of its placeholders all the same. */
    private static void leave(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
    }
}
