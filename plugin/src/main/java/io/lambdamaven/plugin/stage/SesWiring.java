package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ReceiptRule;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;

/** Mail: a receipt rule for each method, in the rule set that it names or in the active one. */
final class SesWiring implements ServiceWiring {
    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String ruleSet = wires.text(route, trigger, "ruleSet");
        List<String> recipients = new ArrayList<>();
        boolean known = ruleSet != null;
        for (String each : trigger.texts("recipients")) {
            String recipient = wires.text(each, Wires.place(route, trigger, "recipients"));
            if (recipient == null) {
                known = false;
            } else {
                recipients.add(recipient);
            }
        }
        if (ruleSet == null || !known) {
            return;
        }
        String rule = DerivedNames.receiptRule(wires.functionName(), route.id());
        // Which one is active may change, and the rule's name is ours alone.
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statement("ses", route.id()),
                "ses.amazonaws.com",
                wires.arns()
                        .of(
                                "ses",
                                "receipt-rule-set/" + (ruleSet.isEmpty() ? "*" : ruleSet) + ":receipt-rule/" + rule));
        wires.add(new ReceiptRule(
                ruleSet.isEmpty() ? ReceiptRule.ACTIVE : ruleSet,
                rule,
                recipients,
                trigger.flag("synchronous"),
                wires.functionName(),
                DerivedNames.LIVE,
                permission));
    }
}
