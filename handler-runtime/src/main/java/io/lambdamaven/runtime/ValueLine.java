package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BusView;
import io.lambdamaven.runtime.bind.Part;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.bind.View;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.event.Resources;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Route;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Serves events that are one value: one method is called once, and what it returns is the answer. */
final class ValueLine {

    private ValueLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        return answer(delivery, delivery.routes().service(delivery.kind()), new Part(delivery.event()));
    }

    static byte[] alarm(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        Route.Service route =
                delivery.routes().service(EventKind.ALARM, delivery.what().value(Mark.ALARM_ARN));
        call(delivery, route, new Part(event, "alarmData"));
        return Json.nothing();
    }

    static byte[] direct(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        Route.Service rule = ofIotRule(delivery);
        if (rule != null) {
            return answer(delivery, rule, new Part(event));
        }
        Route.Invoke route = delivery.routes().invoke();
        if (route == null) {
            throw delivery.unroutable("");
        }
        Payload payload = Payload.json("the payload", event);
        return Results.json(delivery.call(route, Arguments.ofValue(delivery.context(), event, payload)));
    }

    static byte[] schedule(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String rule = delivery.what().value(Mark.FIRST_RESOURCE);
        if (delivery.routes().isKeepWarm(rule)) {
            return Json.nothing();
        }
        Route.Schedule route = delivery.routes().schedule(rule);
        if (route == null) {
            throw delivery.unroutable(rule);
        }
        byte[] input = route.input().isEmpty() ? null : route.input().getBytes(StandardCharsets.UTF_8);
        call(delivery, route, BusView.tick(event, input));
        return Json.nothing();
    }

    /** Whose result is the answer, as JSON. */
    static byte[] answer(Delivery delivery, @Nullable Route route, View view) throws Exception {
        return Results.json(call(delivery, route, view));
    }

    @Nullable
    static Object call(Delivery delivery, @Nullable Route route, View view) throws Exception {
        if (route == null) {
            throw delivery.unroutable(Resources.of(delivery.kind(), delivery.event()));
        }
        return delivery.call(route, Arguments.ofValue(delivery.context(), delivery.event(), Payload.of(view)));
    }

    /** Rules of AWS IoT come through the alias {@code raw} alone: whoever publishes shapes what they send. */
    private static Route.@Nullable Service ofIotRule(Delivery delivery) {
        boolean raw = Qualifiers.of(delivery.context().getInvokedFunctionArn()).equals(Qualifiers.RAW);
        return raw ? delivery.routes().service(EventKind.DIRECT, "iot") : null;
    }
}
