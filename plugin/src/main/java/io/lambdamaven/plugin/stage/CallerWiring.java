package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;

/**
 * A service in whose own configuration somebody else names the function: a flow, an action group, a server. What the
 * method names may call; where it names nothing nobody may, since a statement for all there is would be too wide.
 */
final class CallerWiring implements ServiceWiring {
    private final String principal;
    private final String attribute;
    private final String arnService;
    private final String arnPrefix;

    /**
     * @param attribute of the trigger that names what calls
     * @param arnPrefix what stands before a name in its ARN
     */
    CallerWiring(String principal, String attribute, String arnService, String arnPrefix) {
        this.principal = principal;
        this.attribute = attribute;
        this.arnService = arnService;
        this.arnPrefix = arnPrefix;
    }

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String named = wires.text(route, trigger, attribute);
        if (named != null && !named.isEmpty()) {
            String source = wires.arns().named(arnService, arnPrefix, named);
            wires.permit(DerivedNames.LIVE, DerivedNames.statementFor(trigger.kind(), source), principal, source);
        }
    }
}
