package io.lambdamaven.runtime.route;

import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.EventPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the routes of a function, in the order they are tried; used by generated handlers. */
public final class RouteTableBuilder {
    private final Placeholders placeholders;
    private final ScheduleRules rules;
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Route.Http> http = new LinkedHashMap<>();
    private boolean anyCors;

    RouteTableBuilder(Map<String, String> environment) {
        placeholders = new Placeholders(environment);
        rules = new ScheduleRules(environment.get("AWS_LAMBDA_FUNCTION_NAME"));
    }

    /**
     * Adds an HTTP route.
     *
     * @param number its case in the generated switch
     * @param method in upper case, or {@code ANY}
     * @param path the template
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder http(int number, String method, String path, String handler) {
        return add(new Route.Http(number, method, PathTemplate.parse(path), handler, null));
    }

    /**
     * Adds an HTTP route that says more than its method and path.
     *
     * @param number its case in the generated switch
     * @param method in upper case, or {@code ANY}
     * @param path the template
     * @param handler the method, for messages
     * @param terms what more it says; the origins may hold placeholders
     * @return this
     */
    public RouteTableBuilder http(int number, String method, String path, String handler, HttpTerms terms) {
        HttpTerms resolved = terms.resolved(placeholders);
        anyCors |= resolved.cors() != null;
        return add(new Route.Http(number, method, PathTemplate.parse(path), handler, resolved));
    }

    private RouteTableBuilder add(Route.Http route) {
        Route.Http other = http.putIfAbsent(route.method() + " " + route.path().shape(), route);
        if (other != null) {
            throw new IllegalArgumentException(route.takes() + " (" + route.handler() + ") cannot be told from "
                    + other.takes() + " (" + other.handler() + ")");
        }
        routes.add(route);
        return this;
    }

    /**
     * Adds events of a service.
     *
     * @param number its case in the generated switch
     * @param kind of event
     * @param keys names, ARNs or placeholders in the kind's order; empty for any
     * @param granularity event or record
     * @param mode words that the kind knows, between blanks
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder service(
            int number, EventKind kind, String[] keys, Granularity granularity, String mode, String handler) {
        List<ResourceName> names = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            names.add(resource(keys[i]));
        }
        routes.add(new Route.Service(number, kind, List.copyOf(names), granularity, mode, handler));
        return this;
    }

    /**
     * Adds events of a bus.
     *
     * @param number its case in the generated switch
     * @param pattern an EventBridge event pattern
     * @param bus the bus's name, ARN or placeholder
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder events(int number, String pattern, String bus, String handler) {
        routes.add(new Route.Events(
                number, EventPattern.of(placeholders.resolve(pattern)), placeholders.resolve(bus), handler));
        return this;
    }

    /**
     * Adds a bucket's notifications.
     *
     * @param number its case in the generated switch
     * @param bucket name, ARN or placeholder
     * @param events such as {@code s3:ObjectCreated:*}
     * @param prefix of the key
     * @param suffix of the key
     * @param granularity event or object
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder s3(
            int number,
            String bucket,
            String[] events,
            String prefix,
            String suffix,
            Granularity granularity,
            String handler) {
        routes.add(
                new Route.S3(number, resource(bucket), List.of(events), prefix, suffix, granularity, false, handler));
        return this;
    }

    /**
     * Adds a bucket's events that come through EventBridge.
     *
     * @param number its case in the generated switch
     * @param bucket name, ARN or placeholder
     * @param events such as {@code s3:ObjectCreated:*}
     * @param prefix of the key
     * @param suffix of the key
     * @param granularity event or object
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder s3EventBridge(
            int number,
            String bucket,
            String[] events,
            String prefix,
            String suffix,
            Granularity granularity,
            String handler) {
        routes.add(new Route.S3(number, resource(bucket), List.of(events), prefix, suffix, granularity, true, handler));
        return this;
    }

    /**
     * Adds a schedule.
     *
     * @param number its case in the generated switch
     * @param id the route's id, from which the rule's name is made
     * @param input JSON that the method is given, empty for none
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder schedule(int number, String id, String input, String handler) {
        routes.add(new Route.Schedule(number, id, placeholders.resolve(input), handler));
        return this;
    }

    /**
     * Adds a command.
     *
     * @param number its case in the generated switch
     * @param name the command
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder command(int number, String name, String handler) {
        routes.add(new Route.Command(number, name, handler));
        return this;
    }

    /**
     * Adds the route of direct invocations.
     *
     * @param number its case in the generated switch
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder invoke(int number, String handler) {
        routes.add(new Route.Invoke(number, handler));
        return this;
    }

    /**
     * Makes the table.
     *
     * @return immutable
     */
    public RouteTable build() {
        return new RouteTable(routes, new ArrayList<>(http.values()), anyCors, rules);
    }

    private ResourceName resource(String text) {
        return new ResourceName(placeholders.resolve(text));
    }
}
