package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BusView;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.event.Resources;
import io.lambdamaven.runtime.event.S3Events;
import io.lambdamaven.runtime.event.S3Record;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves events of EventBridge buses. An event does not say which rule it came by, so every route whose pattern it fits
 * takes it. One method's failure does not keep the event from the others; it fails the invocation after them.
 */
final class BusLine {
    private final Delivery delivery;
    private @Nullable Exception failure;
    private boolean isOnly;

    private BusLine(Delivery delivery) {
        this.delivery = delivery;
    }

    static byte[] handle(Delivery delivery) throws Exception {
        return new BusLine(delivery).answer();
    }

    private byte[] answer() throws Exception {
        BusView view = new BusView(delivery.event());
        Route.S3 objects = null;
        S3Record object = delivery.what().is(Mark.SOURCE, "aws.s3") ? S3Events.of(delivery.event()) : null;
        // Names with blanks are EventBridge's own, for what no notification tells and no @S3Trigger asks for.
        if (object != null && object.eventName().indexOf(' ') < 0) {
            objects =
                    delivery.routes().s3EventBridge(object.bucket(), object.eventName(), object.key(), object.rawKey());
        }
        List<Route.Events> routes = matching();
        if (routes.isEmpty() && objects == null) {
            throw delivery.unroutable(Resources.of(EventKind.EVENTBRIDGE, delivery.event()));
        }
        isOnly = objects == null && routes.size() == 1;
        if (objects != null && object != null) {
            call(objects, of(objects, Payload.of(object)));
        }
        Object result = null;
        for (int i = 0; i < routes.size(); i++) {
            result = call(routes.get(i), Arguments.ofValue(delivery.context(), delivery.event(), Payload.of(view)));
        }
        if (failure != null) {
            throw failure;
        }
        // Buses do not wait for an answer; whoever invokes the function with such an event may.
        return Results.json(routes.size() == 1 ? result : null);
    }

    private List<Route.Events> matching() {
        List<Route.Events> all = delivery.routes().events();
        List<Route.Events> matching = null;
        for (int i = 0; i < all.size(); i++) {
            boolean matches = all.get(i).pattern().matches(delivery.what(), delivery.event());
            if (!matches && matching == null) {
                matching = new ArrayList<>(all.subList(0, i));
            } else if (matches && matching != null) {
                matching.add(all.get(i));
            }
        }
        return matching == null ? all : matching;
    }

    private Arguments of(Route.S3 route, Payload object) {
        return route.granularity() == Granularity.EACH
                ? Arguments.ofRecord(delivery.context(), delivery.event(), object)
                : Arguments.ofBatch(delivery.context(), delivery.event(), List.of(object));
    }

    private @Nullable Object call(Route route, Arguments in) {
        try {
            return isOnly ? delivery.callLast(route, in) : delivery.call(route, in);
        } catch (Exception e) {
            if (failure == null) {
                failure = e;
            } else {
                Failures.log(delivery.context(), route.takes() + " failed", e);
            }
            return null;
        }
    }
}
