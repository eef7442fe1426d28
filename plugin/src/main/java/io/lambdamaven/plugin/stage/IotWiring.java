package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.IotRule;
import io.lambdamaven.plugin.plan.resource.ResourceId;

/** A topic rule for each method with a statement; its payload is whatever a device sends, so it gets the raw alias. */
final class IotWiring implements ServiceWiring {
    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String sql = wires.text(route, trigger, "sql");
        if (sql == null || !Catalog.of(trigger).wiring(trigger).isEmpty()) {
            return;
        }
        String rule = DerivedNames.iotRule(wires.functionName(), route.id());
        String alias = Wires.alias(trigger);
        ResourceId permission = wires.permit(
                alias,
                DerivedNames.statement("iot", route.id()),
                "iot.amazonaws.com",
                wires.arns().of("iot", "rule/" + rule));
        wires.add(new IotRule(rule, sql, wires.functionName(), alias, permission, wires.tags()));
    }
}
