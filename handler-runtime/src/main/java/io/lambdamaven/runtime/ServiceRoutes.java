package io.lambdamaven.runtime;

import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.Heads;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.util.Arrays;

/** Finds the route of an event by its first record, and sees that the others go the same way. */
final class ServiceRoutes {
    private ServiceRoutes() {}

    /** The route of the first record, or of what stands beside the records; read no further than that, if possible. */
    static Route.Service first(Delivery delivery) {
        String[] resources = Heads.resources(delivery.kind(), delivery.event());
        for (int i = 0; i < resources.length; i++) {
            if (resources[i].isEmpty()) {
                return at(delivery, Batch.read(delivery.kind(), delivery.event()), 0);
            }
        }
        return of(delivery, resources);
    }

    static Route.Service at(Delivery delivery, Batch batch, int index) {
        return of(delivery, batch.resources(index));
    }

    private static Route.Service of(Delivery delivery, String[] resources) {
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
