package io.lambdamaven.runtime.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the closest HTTP route: path first, segment by segment, then its own method before {@code ANY}. */
final class HttpRoutes {
    static final String ANY = "ANY";

    private final List<Route.Http> routes;

    HttpRoutes(List<Route.Http> routes) {
        this.routes = routes;
    }

    HttpMatch match(String method, String rawPath, boolean decodedByFront) {
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
            if (route.method().equals(method) || route.method().equals(ANY)) {
                best = closer(best, route);
            } else {
                others = others == null ? new TreeSet<>() : others;
                others.add(route.method());
            }
        }
        if (best != null) {
            Map<String, String> values = best.path().values(path);
            return isAbsolute(values) ? new HttpMatch.BadPath() : new HttpMatch.Found(best, values);
        }
        return others == null ? new HttpMatch.NotFound() : new HttpMatch.WrongMethod(new ArrayList<>(others));
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

    private static Route.Http closer(Route.@Nullable Http one, Route.Http other) {
        if (one == null) {
            return other;
        }
        int closeness = one.path().compareCloseness(other.path());
        return closeness < 0 || (closeness == 0 && other.method().equals(ANY)) ? one : other;
    }
}
