package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.LexView;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Heads;
import io.lambdamaven.runtime.reply.LexReply;
import io.lambdamaven.runtime.route.Route;

/** Serves Lex bots of both versions. */
final class LexLine {
    private LexLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        boolean first = delivery.kind() == EventKind.LEX_V1;
        LexView view = new LexView(first, delivery.event());
        String[] names = Heads.resources(delivery.what());
        Route.Service route = delivery.routes().service(delivery.kind(), names);
        if (route == null) {
            throw delivery.unroutable(String.join("/", names));
        }
        return LexReply.write(first, view.fields(), ValueLine.call(delivery, route, view));
    }
}
