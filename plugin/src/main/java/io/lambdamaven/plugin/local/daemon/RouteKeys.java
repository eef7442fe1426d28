package io.lambdamaven.plugin.local.daemon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The routes of an HTTP API.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes</a>
 */
final class RouteKeys {
    static final String DEFAULT = "$default";

    private final List<Key> keys;

    private record Key(String routeKey, String method, List<String> segments) {
        /** Literal before variable before greedy, segment by segment; then a method before ANY. */
        String rank() {
            StringBuilder rank = new StringBuilder();
            segments.forEach(segment -> rank.append(isGreedy(segment) ? '2' : isVariable(segment) ? '1' : '0'));
            return rank.append(routeKey.equals(DEFAULT) ? "9" : "").toString();
        }
    }

    /** @param pathParameters decoded */
    record Match(String routeKey, SortedMap<String, String> pathParameters) {}

    RouteKeys(List<String> routeKeys) {
        keys = routeKeys.stream()
                .map(RouteKeys::key)
                .sorted(Comparator.comparing(Key::rank)
                        .thenComparing(key -> key.method().equals("ANY"))
                        .thenComparing(Key::routeKey))
                .toList();
    }

    private static Key key(String routeKey) {
        int blank = routeKey.indexOf(' ');
        return blank < 0
                ? new Key(routeKey, "ANY", List.of("{" + DEFAULT + "+}"))
                : new Key(routeKey, routeKey.substring(0, blank), segments(routeKey.substring(blank + 1)));
    }

    /** @param path as it came over the wire */
    Optional<Match> match(String method, String path) {
        List<String> segments = segments(path);
        for (Key key : keys) {
            if (key.routeKey().equals(DEFAULT)) {
                return Optional.of(new Match(DEFAULT, new TreeMap<>()));
            }
            TreeMap<String, String> parameters = new TreeMap<>();
            if ((key.method().equals("ANY") || key.method().equals(method))
                    && matches(key.segments(), segments, parameters)) {
                return Optional.of(new Match(key.routeKey(), parameters));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<String> template, List<String> path, SortedMap<String, String> parameters) {
        for (int i = 0; i < template.size(); i++) {
            String wanted = template.get(i);
            if (i >= path.size()) {
                return false;
            }
            if (isGreedy(wanted)) {
                String rest = String.join("/", path.subList(i, path.size()));
                parameters.put(wanted.substring(1, wanted.length() - 2), Exchange.decoded(rest));
                return !rest.isEmpty();
            }
            if (isVariable(wanted) && !path.get(i).isEmpty()) {
                parameters.put(wanted.substring(1, wanted.length() - 1), Exchange.decoded(path.get(i)));
            } else if (!wanted.equals(Exchange.decoded(path.get(i)))) {
                return false;
            }
        }
        return template.size() == path.size();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.remove(0);
        return segments;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.startsWith("{") && segment.endsWith("+}");
    }
}
