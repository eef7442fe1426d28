package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.event.Resources;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Route;
import java.nio.charset.StandardCharsets;

/** Serves events that are one value: one method is called once, and what it returns is the answer. */
final class ValueLine {
    private static final byte[] NOTHING = {'n', 'u', 'l', 'l'};

    private ValueLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        Route.Service route = delivery.routes().service(delivery.kind());
        if (route == null) {
            throw delivery.unroutable(Resources.of(delivery.kind(), delivery.event()));
        }
        Payload payload = Payload.json("the event", delivery.event());
        return Results.json(delivery.call(route, Arguments.ofValue(delivery.context(), delivery.event(), payload)));
    }

    static byte[] direct(Delivery delivery) throws Exception {
        Route.Invoke route = delivery.routes().invoke();
        if (route == null) {
            throw delivery.unroutable("");
        }
        Payload payload = Payload.json("the payload", delivery.event());
        return Results.json(delivery.call(route, Arguments.ofValue(delivery.context(), delivery.event(), payload)));
    }

    static byte[] schedule(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String rule = Members.text(event, "resources");
        if (delivery.routes().isKeepWarm(rule)) {
            return NOTHING.clone();
        }
        Route.Schedule route = delivery.routes().schedule(rule);
        if (route == null) {
            throw delivery.unroutable(rule);
        }
        Payload payload = route.input().isEmpty()
                ? Payload.json("the event", event)
                : Payload.json("the schedule's input", route.input().getBytes(StandardCharsets.UTF_8));
        delivery.call(route, Arguments.ofValue(delivery.context(), event, payload));
        return NOTHING.clone();
    }

    static byte[] command(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String name = Members.text(event, "command");
        Route.Command route = delivery.routes().command(name);
        if (route == null) {
            throw delivery.unroutable(name);
        }
        byte[] args = Members.json(event, "args");
        Payload payload = Payload.json("'args' of the command " + name, args == null ? new byte[0] : args);
        return Results.json(delivery.call(route, Arguments.ofValue(delivery.context(), event, payload)));
    }
}
