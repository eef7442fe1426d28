package io.lambdamaven.plugin.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of dependencies in {@code lib/}; Lambda's class path has them in this order. */
final class LibNames {
    private LibNames() {}

    static SortedMap<String, Input> of(List<Input> dependencies) {
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Input input : dependencies) {
            if (!once.add(plainName(input))) {
                shared.add(plainName(input));
            }
        }
        SortedMap<String, Input> names = new TreeMap<>();
        Set<Dependency> seen = new HashSet<>();
        for (Input input : dependencies) {
            Dependency dependency = input.dependency();
            if (dependency != null && seen.add(dependency)) {
                String name = plainName(input);
                names.put("lib/" + (shared.contains(name) ? dependency.groupId() + "." : "") + name, input);
            }
        }
        return names;
    }

    private static String plainName(Input input) {
        Dependency dependency = input.dependency();
        return dependency == null ? "" : dependency.fileName();
    }
}
