package io.lambdamaven.plugin.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The routes of a function as methods of a REST API, which has a tree of resources: below one of them there is at most
 * one variable, under one name. The function finds its parameters by itself, so a name may be another one there.
 */
final class RestPaths {
    private final Map<String, String> variables = new TreeMap<>();
    private final TreeMap<String, String> keys = new TreeMap<>();
    private final List<String> clashes = new ArrayList<>();

    RestPaths(Collection<String> routeKeys) {
        for (String key : new TreeSet<>(routeKeys)) {
            int space = key.indexOf(' ');
            keys.put(key, key.substring(0, space + 1) + path(key, key.substring(space + 1)));
        }
    }

    private String path(String key, String path) {
        StringBuilder known = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            String parent = known.toString();
            String own = segment;
            if (segment.startsWith("{")) {
                String first = variables.putIfAbsent(parent, segment);
                own = first == null ? segment : first;
                if (isGreedy(own) != isGreedy(segment)) {
                    clashes.add(key + " (" + segment + " beside " + own + ")");
                }
            }
            known.append('/').append(own);
        }
        return known.toString();
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    /** HTTP method and path of the REST API by route key. */
    SortedMap<String, String> methods() {
        return keys;
    }

    /** Route keys that cannot be told apart from others by a tree of resources. */
    List<String> clashes() {
        return List.copyOf(clashes);
    }

    /** How many resources there are, the root not counted. */
    int resources() {
        TreeSet<String> paths = new TreeSet<>();
        for (String method : keys.values()) {
            String path = method.substring(method.indexOf(' ') + 1);
            for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
                paths.add(path.substring(0, end));
            }
            if (path.length() > 1) {
                paths.add(path);
            }
        }
        return paths.size();
    }
}
