package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.LexView;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.reply.LexReply;
import io.lambdamaven.runtime.route.Route;

/** Serves Lex bots of both versions. */
final class LexLine {
    private LexLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        boolean first = delivery.kind() == EventKind.LEX_V1;
        LexView view = new LexView(first, delivery.event());
        Fields event = view.fields();
        Fields intent =
                first ? event.in("currentIntent") : event.in("sessionState").in("intent");
        String bot = event.in("bot").text("name");
        String source = event.text("invocationSource");
        Route.Service route = delivery.routes().service(delivery.kind(), bot, intent.text("name"), source);
        if (route == null) {
            throw delivery.unroutable(bot + "/" + intent.text("name") + "/" + source);
        }
        return LexReply.write(first, event, ValueLine.call(delivery, route, view));
    }
}
