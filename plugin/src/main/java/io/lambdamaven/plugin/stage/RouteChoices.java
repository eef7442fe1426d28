package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.OfRoute;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which settings count for a route: those of its own key, else those of the longest pattern that fits it. In a pattern
 * a star stands for anything: {@code GET /admin/*}.
 */
final class RouteChoices {
    private static final Pattern STAR = Pattern.compile("\\*+");

    private final Map<String, OfRoute> routes;
    private final List<String> patterns;

    RouteChoices(Map<String, OfRoute> routes) {
        this.routes = routes;
        this.patterns = routes.keySet().stream()
                .filter(key -> key.indexOf('*') >= 0)
                .sorted(Comparator.comparing(RouteChoices::literal).reversed().thenComparing(key -> key))
                .toList();
    }

    private static int literal(String pattern) {
        return STAR.matcher(pattern).replaceAll("").length();
    }

    OfRoute of(String routeKey) {
        OfRoute own = routes.get(routeKey);
        if (own != null) {
            return own;
        }
        return patterns.stream()
                .filter(pattern -> fits(pattern, routeKey))
                .findFirst()
                .map(routes::get)
                .orElse(OfRoute.NOTHING);
    }

    private static boolean fits(String pattern, String routeKey) {
        StringBuilder regex = new StringBuilder();
        for (String literal : STAR.split(pattern, -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return routeKey.matches(regex.toString());
    }

    /** Whoever misspells a route's key would leave it open. */
    void check(Set<String> routeKeys, Wires wires) {
        for (String key : routes.keySet()) {
            if (!key.isEmpty() && routeKeys.stream().noneMatch(route -> fits(key, route))) {
                wires.fault(
                        Problem.LM257,
                        Place.of("<httpApi><routes>"),
                        "No route is called '" + key + "'; known are " + String.join(", ", routeKeys) + ".",
                        "Correct the <key>, or remove its <route> or -Dlambda.httpApi.routes entry.");
            }
        }
    }
}
