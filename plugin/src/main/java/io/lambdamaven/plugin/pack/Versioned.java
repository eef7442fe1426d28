package io.lambdamaven.plugin.pack;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which entry of a multi-release jar stands for a name on one Java release. Lambda unpacks the archive into a folder,
 * where the JVM does not look at {@code META-INF/versions}; so the choice is made here.
 */
final class Versioned {
    private Versioned() {}

    /** The names as a class loader of that release sees them, each with the entry that has its contents. */
    static SortedMap<String, String> flatten(Collection<String> names, int release) {
        SortedMap<String, String> seen = new TreeMap<>();
        SortedMap<String, Integer> chosen = new TreeMap<>();
        for (String name : names) {
            if (!name.startsWith(Leavings.VERSIONS)) {
                seen.putIfAbsent(name, name);
                continue;
            }
            int slash = name.indexOf('/', Leavings.VERSIONS.length());
            int version = slash < 0 ? -1 : number(name.substring(Leavings.VERSIONS.length(), slash));
            String plain = name.substring(slash + 1);
            // As the JVM does: versions below 9 and versioned META-INF do not exist.
            boolean applies = version >= 9 && version <= release && !plain.startsWith("META-INF/");
            if (applies && version > chosen.getOrDefault(plain, 0)) {
                chosen.put(plain, version);
                seen.put(plain, name);
            }
        }
        return seen;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
