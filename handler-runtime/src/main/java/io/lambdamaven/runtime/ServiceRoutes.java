package io.lambdamaven.runtime;

import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Heads;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the route of an event by its first record, and sees that the others go the same way. */
final class ServiceRoutes {
    private ServiceRoutes() {}

    /** The route of the first record, or of what stands beside the records; read no further than that, if possible. */
    static Route.Service first(Delivery delivery) {
        String[] resources = Heads.resources(delivery.what());
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

    /**
     * The routes of a record. A DocumentDB change without a namespace, such as {@code invalidate}, or without a
     * collection, such as {@code dropDatabase}, concerns every route that what it does name fits: the stream would not go
     * on past a change that no route takes.
     */
    static List<Route.Service> every(Delivery delivery, Batch batch, int index) {
        String[] resources = batch.resources(index);
        if (delivery.kind() != EventKind.DOCUMENTDB || !resources[2].isEmpty()) {
            return List.of(of(delivery, resources));
        }
        List<Route.Service> all = delivery.routes().services(EventKind.DOCUMENTDB);
        List<Route.Service> fitting = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).closeness(supposed(all.get(i), resources)) >= 0) {
                fitting.add(all.get(i));
            }
        }
        if (fitting.isEmpty()) {
            throw unroutable(delivery, resources);
        }
        return fitting;
    }

    /** What the event does not say, as the route has it. */
    private static String[] supposed(Route.Service route, String[] resources) {
        String[] supposed = resources.clone();
        for (int i = 1; i < supposed.length && i < route.keys().size(); i++) {
            if (supposed[i].isEmpty()) {
                supposed[i] = route.keys().get(i).value();
            }
        }
        return supposed;
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
