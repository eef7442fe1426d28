package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.ResourceNames;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.AlarmAction;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.List;

/** An alarm: the alias becomes one of its actions, at every change of its state. */
final class AlarmWiring implements ServiceWiring {
    private static final List<String> STATES = List.of("ALARM", "INSUFFICIENT_DATA", "OK");

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String resolved = wires.runtimeText(route, trigger, "alarm");
        if (resolved == null) {
            return;
        }
        String alarm = ResourceNames.name(resolved);
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statementFor("alarm", alarm),
                "lambda.alarms.cloudwatch.amazonaws.com",
                wires.arns().of("cloudwatch", "alarm:" + alarm));
        wires.add(new AlarmAction(alarm, wires.functionName(), DerivedNames.LIVE, STATES, permission));
    }
}
