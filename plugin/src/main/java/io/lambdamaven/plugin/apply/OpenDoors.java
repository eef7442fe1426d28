package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.RestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What everybody may call is told in each plan that changes something, whether it changes or not. */
final class OpenDoors {
    /** Stands behind the line of what is open. */
    static final String MARK = "  PUBLIC: anyone who knows the URL can call it";

    private static final int SHOWN = 5;

    private OpenDoors() {}

    /** What is and stays open, the routes of one API in one line. */
    static List<String> kept(List<Change> changes) {
        List<String> kept = new ArrayList<>();
        Map<String, List<String>> routes = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Keep keep && isOpen(keep.observed())) {
                if (keep.observed() instanceof HttpRoute route) {
                    routes.computeIfAbsent(route.apiName(), api -> new ArrayList<>())
                            .add(route.routeKey());
                } else {
                    kept.add(change.id() + MARK);
                }
            }
        }
        routes.forEach((api, keys) -> kept.add("HTTP API " + api + ", " + shown(keys) + MARK));
        return kept;
    }

    private static String shown(List<String> keys) {
        String some = String.join(", ", keys.stream().sorted().limit(SHOWN).toList());
        return keys.size() > SHOWN ? some + " and " + (keys.size() - SHOWN) + " more routes" : some;
    }

    static boolean isOpen(Resource resource) {
        if (resource instanceof HttpRoute route) {
            return HttpRoute.NONE.equals(route.access().type());
        }
        if (resource instanceof RestApi api) {
            return api.options().policy() == null
                    && api.methods().values().stream()
                            .anyMatch(method -> RestApi.NONE.equals(method.type()) && !method.apiKey());
        }
        return resource instanceof FunctionUrl url && "NONE".equals(url.authType());
    }
}
