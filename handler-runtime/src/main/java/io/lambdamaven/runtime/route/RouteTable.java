package io.lambdamaven.runtime.route;

import io.lambdamaven.runtime.event.EventKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of one function: built once by the generated handler, immutable while it serves. */
public final class RouteTable {
    /** The method is called once per event. */
    public static final Granularity WHOLE = Granularity.WHOLE;

    /** The method is called once per record. */
    public static final Granularity EACH = Granularity.EACH;

    private final List<Route> routes;
    private final HttpRoutes http;
    private final boolean anyHttp;
    private final boolean anyCors;
    private final ScheduleRules rules;
    private final Map<EventKind, List<Route.Service>> services;
    private final List<Route.Events> events = new ArrayList<>();
    private final List<Route.S3> objects = new ArrayList<>();

    RouteTable(List<Route> routes, List<Route.Http> http, boolean anyCors, ScheduleRules rules) {
        this.routes = List.copyOf(routes);
        this.http = new HttpRoutes(List.copyOf(http));
        this.anyHttp = !http.isEmpty();
        this.anyCors = anyCors;
        this.rules = rules;
        this.services = services(this.routes);
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (route instanceof Route.Events bus) {
                events.add(bus);
            } else if (route instanceof Route.S3 s3) {
                objects.add(s3);
            }
        }
    }

    private static Map<EventKind, List<Route.Service>> services(List<Route> routes) {
        Map<EventKind, List<Route.Service>> found = new EnumMap<>(EventKind.class);
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Route.Service route) {
                List<Route.Service> same = found.get(route.kind());
                if (same == null) {
                    same = new ArrayList<>();
                    found.put(route.kind(), same);
                }
                same.add(route);
            }
        }
        return found;
    }

    /**
     * Starts a table; placeholders are resolved from the function's environment.
     *
     * @return an empty builder
     */
    public static RouteTableBuilder builder() {
        return builder(System.getenv());
    }

    /**
     * Starts a table.
     *
     * @param environment where placeholders and the function's name are looked up
     * @return an empty builder
     */
    public static RouteTableBuilder builder(Map<String, String> environment) {
        return new RouteTableBuilder(environment);
    }

    /**
     * Whether there is any HTTP route; if not, an HTTP event came by mistake.
     *
     * @return false if none
     */
    public boolean hasHttp() {
        return anyHttp;
    }

    /**
     * Whether there is a route that pages of other sites may call.
     *
     * @return false if none, or if the front decides about that
     */
    public boolean hasCors() {
        return anyCors;
    }

    /**
     * Finds the route of an HTTP request.
     *
     * @param method in upper case
     * @param rawPath without the stage
     * @param decodedByFront whether the front decoded the path already, so that a percent sign may be just that
     * @return the closest route, or why there is none
     */
    public HttpMatch http(String method, String rawPath, boolean decodedByFront) {
        return http.match(method, rawPath, decodedByFront);
    }

    /**
     * Finds the route of a record of an S3 notification.
     *
     * @param bucket the bucket's name
     * @param eventName such as {@code ObjectCreated:Put}
     * @param key decoded
     * @param rawKey as the record has it
     * @return the first route that takes it, or null
     */
    public Route.@Nullable S3 s3(String bucket, String eventName, String key, String rawKey) {
        return s3(bucket, eventName, key, rawKey, false);
    }

    /**
     * Finds the route of an event of S3 that came through EventBridge.
     *
     * @param bucket the bucket's name
     * @param eventName such as {@code ObjectCreated:Put}
     * @param key decoded
     * @param rawKey as the event has it
     * @return the first route that takes it, or null
     */
    public Route.@Nullable S3 s3EventBridge(String bucket, String eventName, String key, String rawKey) {
        return s3(bucket, eventName, key, rawKey, true);
    }

    private Route.@Nullable S3 s3(String bucket, String eventName, String key, String rawKey, boolean eventBridge) {
        for (int i = 0; i < objects.size(); i++) {
            Route.S3 s3 = objects.get(i);
            if (s3.eventBridge() == eventBridge && s3.bucket().matches(bucket) && s3.takes(eventName, key, rawKey)) {
                return s3;
            }
        }
        return null;
    }

    /**
     * Finds the route of a service's event: of those whose keys all fit, the one that names most of them.
     *
     * @param kind of the event
     * @param resources what the event names, in the order of the kind's keys
     * @return the route, or null
     */
    public Route.@Nullable Service service(EventKind kind, String... resources) {
        Route.Service best = null;
        int closest = -1;
        List<Route.Service> ofKind = services(kind);
        for (int i = 0; i < ofKind.size(); i++) {
            int closeness = ofKind.get(i).closeness(resources);
            if (closeness > closest) {
                best = ofKind.get(i);
                closest = closeness;
            }
        }
        return best;
    }

    /**
     * All routes of a service's events, for kinds whose keys are not compared by name alone.
     *
     * @param kind of the events
     * @return in the table's order; not to be changed
     */
    public List<Route.Service> services(EventKind kind) {
        List<Route.Service> found = services.get(kind);
        return found == null ? List.of() : found;
    }

    /**
     * The routes of a bus's events.
     *
     * @return in the table's order; not to be changed
     */
    public List<Route.Events> events() {
        return events;
    }

    /**
     * Finds the route of a schedule's tick.
     *
     * @param ruleArn the ARN of the EventBridge rule
     * @return the route whose rule it is, or null
     */
    public Route.@Nullable Schedule schedule(String ruleArn) {
        String rule = ScheduleRules.nameIn(ruleArn);
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Route.Schedule schedule
                    && rules.nameOf(schedule.id()).equals(rule)) {
                return schedule;
            }
        }
        return null;
    }

    /**
     * Whether a tick is of the rule that only keeps the function warm.
     *
     * @param ruleArn the ARN of the EventBridge rule
     * @return true if there is nothing to do
     */
    public boolean isKeepWarm(String ruleArn) {
        return rules.nameOf(ScheduleRules.KEEP_WARM).equals(ScheduleRules.nameIn(ruleArn));
    }

    /**
     * All routes.
     *
     * @return in the table's order
     */
    public List<Route> all() {
        return routes;
    }

    /**
     * Finds a command.
     *
     * @param name as it was compiled in
     * @return the route, or null
     */
    public Route.@Nullable Command command(String name) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Route.Command command && command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }

    /**
     * Finds the route of direct invocations.
     *
     * @return the route, or null
     */
    public Route.@Nullable Invoke invoke() {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Route.Invoke invoke) {
                return invoke;
            }
        }
        return null;
    }

    /**
     * The error of an event that no route takes.
     *
     * @param kind what sent it
     * @param resource what it is about, empty if unknown
     * @return says service, resource and all routes
     */
    public UnroutableEventException unroutable(EventKind kind, String resource) {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            known.add(routes.get(i).takes() + " (" + routes.get(i).handler() + ")");
        }
        return new UnroutableEventException(kind, resource, known);
    }
}
