package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.LexHook;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An alias of a Lex V2 bot: our alias becomes the code hook of its locales, whichever of our methods answer. */
final class LexWiring implements ServiceWiring {
    private static final String ARN = "^arn:[a-z-]+:lex:[a-z0-9-]+:[0-9]{12}:bot-alias/";
    private static final String IDS = "[0-9A-Z]{10}/[0-9A-Z]{10}";

    private final Map<String, List<String>> hooked = new TreeMap<>();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        Place place = Wires.place(route, trigger, "botAlias");
        String given = wires.text(route, trigger, "botAlias");
        if (given == null || given.isEmpty() || trigger.text("version").equals("V1")) {
            return;
        }
        String ids = given.replaceFirst(ARN, "");
        if (!ids.matches(IDS)) {
            wires.fault(
                    Problem.LM248,
                    place,
                    "'" + given + "' is neither the ids of a bot and its alias nor the ARN of such an alias.",
                    Wires.correct("botAlias", trigger.text("botAlias")));
            return;
        }
        List<String> locales = List.copyOf(new TreeSet<>(trigger.texts("locales")));
        List<String> others = hooked.putIfAbsent(ids, locales);
        if (others != null) {
            if (!others.equals(locales)) {
                wires.fault(
                        Problem.LM249,
                        place,
                        "Another method asks for the locales " + others + " of " + ids + ", this one for " + locales
                                + ".",
                        "Write the same locales in each @LexTrigger of the bot alias: within one the function has one"
                                + " hook.");
            }
            return;
        }
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statementFor("lex", ids),
                "lexv2.amazonaws.com",
                wires.arns().of("lex", "bot-alias/" + ids));
        wires.add(new LexHook(ids, locales, wires.functionName(), DerivedNames.LIVE, permission));
    }
}
