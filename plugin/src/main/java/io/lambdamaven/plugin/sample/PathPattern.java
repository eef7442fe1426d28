package io.lambdamaven.plugin.sample;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A path template; sorts before those that are less exact. */
record PathPattern(List<String> segments) implements Comparable<PathPattern> {
    static PathPattern of(String template) {
        return new PathPattern(List.of(template.split("/", -1)));
    }

    /** A path that fits, with this in the place of each variable. */
    String example(String value) {
        return String.join(
                "/",
                segments.stream()
                        .map(segment -> switch (rank(segment)) {
                            case 0 -> segment;
                            case 1 -> value;
                            default -> value + "/" + value;
                        })
                        .toList());
    }

    /** The path's parts by name, or null if it does not fit. */
    @Nullable
    SortedMap<String, String> match(String path) {
        List<String> parts = List.of(path.split("/", -1));
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            int rank = rank(segment);
            if (i >= parts.size()
                    || (rank == 0 && !segment.equals(parts.get(i)))
                    || (rank > 0 && parts.get(i).isEmpty())) {
                return null;
            }
            if (rank == 2) {
                values.put(name(segment), decode(String.join("/", parts.subList(i, parts.size()))));
                return values;
            }
            if (rank == 1) {
                values.put(name(segment), decode(parts.get(i)));
            }
        }
        return parts.size() == segments.size() ? values : null;
    }

    @Override
    public int compareTo(PathPattern other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            int order = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    /** 0 for a literal, 1 for a variable, 2 for one that takes the rest. */
    private static int rank(String segment) {
        if (!segment.startsWith("{") || !segment.endsWith("}")) {
            return 0;
        }
        return segment.endsWith("+}") ? 2 : 1;
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - (segment.endsWith("+}") ? 2 : 1));
    }

    private static String decode(String part) {
        // In a path a plus is a plus.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
