package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.ResourceNames;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.LogSubscription;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Problem;

/** A log group: a subscription filter sends what is written to it. */
final class LogsWiring implements ServiceWiring {
    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String resolved = wires.runtimeText(route, trigger, "logGroup");
        if (resolved == null) {
            return;
        }
        String group = ResourceNames.name(resolved);
        if (group.equals("/aws/lambda/" + wires.functionName())) {
            wires.fault(
                    Problem.LM229,
                    Wires.place(route, trigger, "logGroup"),
                    "This is the function's own log group: each line it writes would call it again, without end.",
                    "Name another log group, or move the class to a function of its own with @LambdaFunction(name).");
            return;
        }
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statementFor("logs", group),
                "logs.amazonaws.com",
                wires.arns().of("logs", "log-group:" + group + ":*"));
        wires.add(new LogSubscription(
                group, wires.functionName(), DerivedNames.LIVE, trigger.text("filterPattern"), permission));
    }
}
