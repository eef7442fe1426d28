package io.lambdamaven.runtime.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the closest HTTP route: path first, segment by segment, then its own method before {@code ANY}. What answers GET
 * answers HEAD too, before {@code ANY} does.
 */
final class HttpRoutes {
    static final String ANY = "ANY";

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final String OPTIONS = "OPTIONS";
    private static final int NONE = 3;

    private final List<Route.Http> routes;
    /** By path; nothing is closer than these. */
    private final Map<String, List<Route.Http>> literals = new HashMap<>();

    HttpRoutes(List<Route.Http> routes) {
        this.routes = routes;
        for (int i = 0; i < routes.size(); i++) {
            PathTemplate path = routes.get(i).path();
            if (path.isLiteral()) {
                List<Route.Http> same = literals.get(path.text());
                if (same == null) {
                    same = new ArrayList<>();
                    literals.put(path.text(), same);
                }
                same.add(routes.get(i));
            }
        }
    }

    HttpMatch match(String method, String rawPath, boolean decodedByFront) {
        Route.Http literal = literal(method, rawPath);
        return literal == null
                ? bySegments(method, rawPath, decodedByFront)
                : new HttpMatch.Found(literal, Collections.emptyMap());
    }

    private Route.@Nullable Http literal(String method, String path) {
        List<Route.Http> same = literals.get(path);
        Route.Http best = null;
        for (int i = 0; same != null && i < same.size(); i++) {
            Route.Http route = same.get(i);
            if (route.method().equals(method)) {
                return route;
            }
            int rank = rank(route, method);
            if (rank < NONE && (best == null || rank < rank(best, method))) {
                best = route;
            }
        }
        return best;
    }

    /** How close a route's method is to that of a request; {@link #NONE} where it does not take it. */
    private static int rank(Route.Http route, String method) {
        String own = route.method();
        if (own.equals(method)) {
            return 0;
        } else if (own.equals(ANY)) {
            return 2;
        }
        return own.equals(GET) && method.equals(HEAD) ? 1 : NONE;
    }

    private HttpMatch bySegments(String method, String rawPath, boolean decodedByFront) {
        List<String> path = PathSegments.decode(rawPath, decodedByFront);
        if (path == null) {
            return new HttpMatch.BadPath();
        }
        Route.Http best = null;
        TreeSet<String> others = null;
        for (int i = 0; i < routes.size(); i++) {
            Route.Http route = routes.get(i);
            if (!route.path().matches(path)) {
                continue;
            }
            if (rank(route, method) < NONE) {
                best = closer(best, route, method);
            } else {
                others = others == null ? new TreeSet<>() : others;
                others.add(route.method());
            }
        }
        if (best != null) {
            Map<String, String> values = best.path().values(path);
            return isAbsolute(values) ? new HttpMatch.BadPath() : new HttpMatch.Found(best, values);
        }
        return others == null ? new HttpMatch.NotFound() : wrongMethod(others);
    }

    private static HttpMatch wrongMethod(Set<String> others) {
        if (others.contains(GET)) {
            others.add(HEAD);
        }
        others.add(OPTIONS);
        return new HttpMatch.WrongMethod(new ArrayList<>(others));
    }

    /** Resolved against a folder, a value that starts with a slash is somewhere else. */
    private static boolean isAbsolute(Map<String, String> values) {
        for (String value : values.values()) {
            if (value.startsWith("/") || value.startsWith("\\")) {
                return true;
            }
        }
        return false;
    }

    private static Route.Http closer(Route.@Nullable Http one, Route.Http other, String method) {
        if (one == null) {
            return other;
        }
        int closeness = one.path().compareCloseness(other.path());
        return closeness < 0 || (closeness == 0 && rank(one, method) <= rank(other, method)) ? one : other;
    }
}
