package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;

/** A topic: the alias subscribes to it, with the filter that the method asks for. */
final class SnsWiring implements ServiceWiring {
    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String topic = wires.runtimeText(route, trigger, "topic");
        if (topic == null) {
            return;
        }
        String topicArn = wires.arns().named("sns", "", topic);
        ResourceId permission = wires.permit(
                DerivedNames.LIVE, DerivedNames.statementFor("sns", topicArn), "sns.amazonaws.com", topicArn);
        String policy = trigger.text("filterPolicy");
        boolean filtered = !policy.isEmpty();
        wires.add(new SnsSubscription(
                topicArn,
                wires.functionName(),
                DerivedNames.LIVE,
                filtered ? Json.parse(policy).canonical() : null,
                filtered ? scope(trigger) : null,
                permission));
    }

    private static String scope(Trigger.Service trigger) {
        return trigger.text("filterPolicyScope").equals("MESSAGE_BODY") ? "MessageBody" : "MessageAttributes";
    }
}
