package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.BedrockView;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.reply.BedrockReply;
import io.lambdamaven.runtime.route.Route;

/** Serves the actions of Bedrock agents. */
final class BedrockLine {
    private BedrockLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        BedrockView view = new BedrockView(delivery.event());
        Fields event = view.fields();
        String group = event.text("actionGroup");
        String function = event.text("function");
        String path = event.text("apiPath");
        String method = event.text("httpMethod");
        Route.Service route = delivery.routes().service(EventKind.BEDROCK_AGENT, group, function, path, method);
        if (route == null) {
            throw delivery.unroutable(group + " " + (function.isEmpty() ? method + " " + path : function));
        }
        return BedrockReply.write(event, ValueLine.call(delivery, route, view));
    }
}
