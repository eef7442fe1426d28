package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;

/**
 * A skill shows its id to whom it calls. Custom skills and those for the smart home call in the name of different
 * services; a method for any request is for either.
 */
final class AlexaWiring implements ServiceWiring {
    private static final String CUSTOM = "alexa-appkit.amazon.com";
    private static final String SMART_HOME = "alexa-connectedhome.amazon.com";

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String skill = wires.text(route, trigger, "skill");
        if (skill == null || skill.isEmpty()) {
            return;
        }
        String request = trigger.text("request");
        if (!isOfSmartHome(request)) {
            permit(wires, CUSTOM, skill);
        }
        if (request.isEmpty() || isOfSmartHome(request)) {
            permit(wires, SMART_HOME, skill);
        }
    }

    /** Namespaces are the smart home's; only screens and data stores of custom skills have such names too. */
    private static boolean isOfSmartHome(String request) {
        boolean custom = request.startsWith("Alexa.Presentation.") || request.startsWith("Alexa.DataStore.");
        return request.equals("Alexa") || (request.startsWith("Alexa.") && !custom);
    }

    private static void permit(Wires wires, String principal, String skill) {
        wires.permitSkill(
                DerivedNames.LIVE, DerivedNames.statementFor("alexa", principal + " " + skill), principal, skill);
    }
}
