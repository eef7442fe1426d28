package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import io.lambdamaven.runtime.web.WebHost;
import org.jspecify.annotations.Nullable;

/** One invocation on its way through a line. */
final class Delivery {
    /** With less time left a record is given back, not started: cut off halfway, it would be done twice. */
    static final int LEAST_MILLIS = 500;

    private final RoutedHandler handler;
    private final RouteTable routes;
    private final Event what;
    private final byte[] event;
    private final Context context;
    private final boolean first;
    private @Nullable Journal journal;

    Delivery(RoutedHandler handler, RouteTable routes, Event what, byte[] event, Context context) {
        this.handler = handler;
        this.routes = routes;
        this.what = what;
        this.event = event;
        this.context = context;
        this.first = handler.isFirst();
    }

    /** Has the calls written down. */
    Delivery notedIn(@Nullable Journal kept) {
        this.journal = kept;
        if (kept != null) {
            kept.delivery(this);
        }
        return this;
    }

    @Nullable
    Journal journal() {
        return journal;
    }

    /** Whether no invocation of this environment came before. */
    boolean isFirst() {
        return first;
    }

    /** The web application that takes what no route takes, or null. */
    @Nullable
    WebHost host() {
        return handler.host();
    }

    RouteTable routes() {
        return routes;
    }

    Event what() {
        return what;
    }

    EventKind kind() {
        return what.kind();
    }

    byte[] event() {
        return event;
    }

    Context context() {
        return context;
    }

    /** Calls the method of a route, with what the project has put around its methods. */
    @Nullable
    Object call(Route route, Arguments in) throws Exception {
        return handler.invoke(route, in, this);
    }

    /** As {@link #call}, where nothing reads the event after it: its bytes may be the method's own. */
    @Nullable
    Object callLast(Route route, Arguments in) throws Exception {
        // The line about the invocation counts what is in the event.
        if (journal == null) {
            in.handOver();
        }
        return handler.invoke(route, in, this);
    }

    UnroutableEventException unroutable(String resource) {
        return routes.unroutable(kind(), resource);
    }

    /** Whether too little time is left to start something that must not be cut off halfway. */
    boolean isNearDeadline() {
        return context.getRemainingTimeInMillis() < LEAST_MILLIS;
    }
}
