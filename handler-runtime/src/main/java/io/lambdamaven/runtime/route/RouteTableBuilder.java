package io.lambdamaven.runtime.route;

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
        Route.Http route = new Route.Http(number, method, PathTemplate.parse(path), handler);
        Route.Http other = http.putIfAbsent(method + " " + route.path().shape(), route);
        if (other != null) {
            throw new IllegalArgumentException(route.takes() + " (" + handler + ") cannot be told from " + other.takes()
                    + " (" + other.handler() + ")");
        }
        routes.add(route);
        return this;
    }

    /**
     * Adds a queue.
     *
     * @param number its case in the generated switch
     * @param queue name, ARN or placeholder
     * @param granularity batch or message
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder sqs(int number, String queue, Granularity granularity, String handler) {
        routes.add(new Route.Sqs(number, resource(queue), granularity, handler));
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
        routes.add(new Route.S3(number, resource(bucket), List.of(events), prefix, suffix, granularity, handler));
        return this;
    }

    /**
     * Adds a schedule.
     *
     * @param number its case in the generated switch
     * @param id the route's id, from which the rule's name is made
     * @param handler the method, for messages
     * @return this
     */
    public RouteTableBuilder schedule(int number, String id, String handler) {
        routes.add(new Route.Schedule(number, id, handler));
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
        return new RouteTable(routes, new ArrayList<>(http.values()), rules);
    }

    private ResourceName resource(String text) {
        return new ResourceName(placeholders.resolve(text));
    }
}
