package io.lambdamaven.runtime;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.WebSocketView;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.reply.HttpReply;
import io.lambdamaven.runtime.reply.Problems;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Route;
import java.nio.charset.StandardCharsets;

/** Serves WebSocket APIs: clients that come and go, and their messages. */
final class WebSocketLine {
    private static final byte[] DONE = "{\"statusCode\":200}".getBytes(StandardCharsets.US_ASCII);

    private WebSocketLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        String key = delivery.what().value(Mark.CONTEXT_ROUTE_KEY);
        Route.Service route = delivery.routes().service(EventKind.WEBSOCKET, key);
        // As in API Gateway, the default takes messages; who comes is never let in by it.
        if (route == null && !key.equals("$connect") && !key.equals("$disconnect")) {
            route = delivery.routes().service(EventKind.WEBSOCKET, "$default");
        }
        HttpResponse response;
        try {
            Object result = ValueLine.call(delivery, route, new WebSocketView(delivery.event()));
            if (result == null) {
                return DONE.clone();
            }
            response = Results.http(result);
        } catch (HttpException e) {
            if (e.status() >= 500 || e.getCause() != null) {
                Failures.log(delivery.context(), "route " + key + " answers " + e.status(), e);
            }
            String message = e.getMessage();
            response = Problems.of(e.status(), message == null ? "" : message);
        }
        return HttpReply.write(delivery.what(), response);
    }
}
