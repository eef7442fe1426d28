package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.event.Resources;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;

/** Takes an event to the line that serves its kind. */
final class Dispatcher {
    private static final byte[] NOTHING = {'n', 'u', 'l', 'l'};
    private static final byte[] NO_EVENT = {'{', '}'};

    private final RouteTable routes;

    Dispatcher(RouteTable routes) {
        this.routes = routes;
        // Lambda starts a function at full speed whatever its memory: what every event needs is loaded by now.
        Recognizer.recognize(NO_EVENT, false);
    }

    byte[] dispatch(RoutedHandler handler, byte[] event, Context context) throws Exception {
        String qualifier = Qualifiers.of(context.getInvokedFunctionArn());
        if (qualifier.equals(Qualifiers.RAW)) {
            return direct(handler, EventKind.DIRECT, event, context);
        }
        if (Probe.is(event, qualifier)) {
            return Probe.answer();
        }
        Event what = Recognizer.recognize(event, qualifier.equals(Qualifiers.OPS));
        EventKind kind = what.kind();
        if (kind.isHttp()) {
            return HttpLine.answer(handler, routes, what, event, context);
        } else if (kind.isDirect()) {
            return direct(handler, kind, event, context);
        }
        return switch (kind) {
            case SQS -> SqsLine.handle(handler, routes, event, context);
            case S3 -> S3Line.handle(handler, routes, event, context);
            case SCHEDULE -> schedule(handler, event, context);
            case COMMAND -> command(handler, event, context);
            default -> throw routes.unroutable(kind, Resources.of(kind, event));
        };
    }

    private byte[] direct(RoutedHandler handler, EventKind kind, byte[] event, Context context) throws Exception {
        Route.Invoke route = routes.invoke();
        if (route == null) {
            throw routes.unroutable(kind, "");
        }
        Arguments in = Arguments.ofValue(context, event, Payload.json("the payload", event));
        return Results.json(handler.call(route.number(), in));
    }

    private byte[] schedule(RoutedHandler handler, byte[] event, Context context) throws Exception {
        String rule = Members.text(event, "resources");
        Route.Schedule route = routes.schedule(rule);
        if (route == null) {
            throw routes.unroutable(EventKind.SCHEDULE, rule);
        }
        handler.call(route.number(), Arguments.ofValue(context, event, Payload.json("the event", event)));
        return NOTHING.clone();
    }

    private byte[] command(RoutedHandler handler, byte[] event, Context context) throws Exception {
        String name = Members.text(event, "command");
        Route.Command route = routes.command(name);
        if (route == null) {
            throw routes.unroutable(EventKind.COMMAND, name);
        }
        byte[] args = Members.json(event, "args");
        Payload payload = Payload.json("'args' of the command " + name, args == null ? new byte[0] : args);
        return Results.json(handler.call(route.number(), Arguments.ofValue(context, event, payload)));
    }
}
