package io.lambdamaven.runtime.route;

import java.util.ArrayList;
import java.util.List;
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
            return new HttpMatch.Found(best, best.path().values(path));
        }
        return others == null ? new HttpMatch.NotFound() : new HttpMatch.WrongMethod(new ArrayList<>(others));
    }

    private static Route.Http closer(Route.@Nullable Http one, Route.Http other) {
        if (one == null) {
            return other;
        }
        int closeness = one.path().compareCloseness(other.path());
        return closeness < 0 || (closeness == 0 && other.method().equals(ANY)) ? one : other;
    }
}
