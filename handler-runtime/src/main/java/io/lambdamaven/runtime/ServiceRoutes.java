package io.lambdamaven.runtime;

import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.util.Arrays;

/** Finds the route of an event by its first record, and sees that the others go the same way. */
final class ServiceRoutes {
    private ServiceRoutes() {}

    /** The route of the first record; of an event without records, of what stands beside them. */
    static Route.Service first(Delivery delivery, Batch batch) {
        return at(delivery, batch, 0);
    }

    static Route.Service at(Delivery delivery, Batch batch, int index) {
        String[] resources = batch.resources(index);
        Route.Service route = delivery.routes().service(delivery.kind(), resources);
        if (route == null) {
            throw unroutable(delivery, resources);
        }
        return route;
    }

    /** One mapping has one source: records that another route takes came by mistake, and none is started. */
    static void requireOne(Delivery delivery, Batch batch, Route.Service route) {
        String[] known = batch.resources(0);
        for (int i = 1; i < batch.records().size(); i++) {
            String[] other = batch.resources(i);
            if (!Arrays.equals(known, other)) {
                if (at(delivery, batch, i).number() != route.number()) {
                    throw unroutable(delivery, other);
                }
                known = other;
            }
        }
    }

    private static UnroutableEventException unroutable(Delivery delivery, String[] resources) {
        return delivery.unroutable(String.join(" ", resources).trim());
    }
}
