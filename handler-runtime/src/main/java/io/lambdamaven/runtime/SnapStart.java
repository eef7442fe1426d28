package io.lambdamaven.runtime;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.web.WebHost;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * SnapStart's hooks, registered only where the function starts for a snapshot. Before it, each kind of event that has
 * routes goes once through its line, with a handler in whose switch nothing happens: no method of the project is called
 * but those that ask for it.
 */
final class SnapStart implements Resource {
    private final RoutedHandler handler;

    SnapStart(RoutedHandler handler) {
        this.handler = handler;
    }

    /** The registry holds its entries weakly: whoever registers keeps what is returned. */
    static SnapStart register(RoutedHandler handler) {
        SnapStart hooks = new SnapStart(handler);
        Core.getGlobalContext().register(hooks);
        return hooks;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
        RouteTable routes = handler.routeTable();
        RoutedHandler rehearsal = new Rehearsal(routes);
        for (EventKind kind : kinds(routes)) {
            rehearse(rehearsal, routes, kind);
        }
        handler.prime();
        WebHost host = handler.host();
        if (host != null) {
            host.beforeCheckpoint();
        }
        // Last, since all of the above may ask AWS: a snapshot is kept for longer than credentials may be.
        Aws.forgetCredentials();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws Exception {
        // A thread of the project's own may have asked in the meantime, and those would be of before the restore.
        Aws.forgetCredentials();
        Configured configured = handler.configured();
        if (configured != null) {
            configured.load();
        }
        handler.restored();
    }

    private static Set<EventKind> kinds(RouteTable routes) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (int i = 0; i < routes.all().size(); i++) {
            Route route = routes.all().get(i);
            if (route instanceof Route.Http) {
                kinds.add(EventKind.HTTP_API);
            } else if (route instanceof Route.S3) {
                kinds.add(EventKind.S3);
            } else if (route instanceof Route.Service service) {
                kinds.add(service.kind());
            } else if (route instanceof Route.Schedule) {
                kinds.add(EventKind.SCHEDULE);
            } else if (route instanceof Route.Events) {
                kinds.add(EventKind.EVENTBRIDGE);
            } else {
                kinds.add(EventKind.DIRECT);
            }
        }
        return kinds;
    }

    private static void rehearse(RoutedHandler rehearsal, RouteTable routes, EventKind kind) {
        byte[] event = sample(kind).getBytes(StandardCharsets.UTF_8);
        Event what = new Event(kind, "");
        try {
            Dispatcher.line(new Delivery(rehearsal, routes, what, event, RehearsalContext.INSTANCE));
        } catch (Exception e) {
            // An event that says nothing need not be served: its line's classes are there now, and that is all.
            return;
        }
    }

    private static String sample(EventKind kind) {
        return switch (kind) {
            case HTTP_API ->
                "{\"version\":\"2.0\",\"rawPath\":\"/\",\"rawQueryString\":\"\",\"headers\":{},"
                        + "\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/\"}}}";
            case SQS ->
                "{\"Records\":[{\"messageId\":\"0\",\"receiptHandle\":\"0\",\"body\":\"\",\"attributes\":{},"
                        + "\"messageAttributes\":{},\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"\"}]}";
            case S3 ->
                "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"\",\"s3\":{\"bucket\":{\"name\":\"\"},"
                        + "\"object\":{\"key\":\"\"}}}]}";
            default -> "{\"Records\":[]}";
        };
    }
}
