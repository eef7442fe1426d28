package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.BedrockView;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Heads;
import io.lambdamaven.runtime.reply.BedrockReply;
import io.lambdamaven.runtime.route.Route;

/** Serves the actions of Bedrock agents. */
final class BedrockLine {
    private BedrockLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        BedrockView view = new BedrockView(delivery.event());
        String[] names = Heads.resources(delivery.what());
        Route.Service route = delivery.routes().service(EventKind.BEDROCK_AGENT, names);
        if (route == null) {
            throw delivery.unroutable(names[0] + " " + (names[1].isEmpty() ? names[3] + " " + names[2] : names[1]));
        }
        return BedrockReply.write(delivery.what(), ValueLine.call(delivery, route, view));
    }
}
