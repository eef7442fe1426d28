package io.lambdamaven.runtime.route;

import java.util.List;
import java.util.Map;

/** What the table says to an HTTP request. */
public sealed interface HttpMatch {
    /**
     * A route takes it.
     *
     * @param route the closest one
     * @param pathParams the values of its template's parameters, decoded
     */
    record Found(Route.Http route, Map<String, String> pathParams) implements HttpMatch {}

    /** No route has such a path: 404. */
    record NotFound() implements HttpMatch {}

    /**
     * Routes have such a path, but not for this method: 405.
     *
     * @param allowed the methods that would do, sorted; {@code OPTIONS} is among them
     */
    record WrongMethod(List<String> allowed) implements HttpMatch {}

    /**
     * The path holds a percent sign that starts no escape, escapes that are not UTF-8, {@code .} or {@code ..} between
     * slashes of any kind, NUL, or a parameter that starts with a slash: 400.
     */
    record BadPath() implements HttpMatch {}
}
