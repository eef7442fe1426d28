package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which settings count for a route: those of its own key, else those of the longest pattern that fits it. In a pattern
 * a star stands for anything: {@code GET /admin/*}.
 *
 * @param <T> what can be set for a route
 */
final class RouteChoices<T> {
    private static final Pattern STAR = Pattern.compile("\\*+");

    private final Block block;
    private final Map<String, T> routes;
    private final T nothing;
    private final List<String> patterns;

    /**
     * @param block where they stand
     * @param nothing for routes of which nothing is said
     */
    RouteChoices(Block block, Map<String, T> routes, T nothing) {
        this.block = block;
        this.routes = routes;
        this.nothing = nothing;
        this.patterns = routes.keySet().stream()
                .filter(key -> key.indexOf('*') >= 0)
                .sorted(Comparator.<String>comparingInt(key -> literal(key))
                        .reversed()
                        .thenComparing(key -> key))
                .toList();
    }

    private static int literal(String pattern) {
        return STAR.matcher(pattern).replaceAll("").length();
    }

    T of(String routeKey) {
        T own = routes.get(routeKey);
        if (own != null) {
            return own;
        }
        return patterns.stream()
                .filter(pattern -> fits(pattern, routeKey))
                .findFirst()
                .map(routes::get)
                .orElse(nothing);
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
                        Place.of("<" + block.element() + "><routes>"),
                        "No route is called '" + key + "'; known are " + String.join(", ", routeKeys) + ".",
                        "Correct the <key>, or remove its <route> or -Dlambda." + block.element() + ".routes entry.");
            }
        }
    }
}
