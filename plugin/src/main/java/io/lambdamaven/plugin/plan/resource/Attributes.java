package io.lambdamaven.plugin.plan.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the printable, comparable attributes of a resource; what is null is unknown and left out. */
final class Attributes {
    private final TreeMap<String, String> values = new TreeMap<>();

    Attributes put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    Attributes put(String name, List<String> value) {
        values.put(name, String.join(", ", value.stream().sorted().toList()));
        return this;
    }

    /** Each entry becomes an attribute of its own, {@code name.key}. */
    Attributes put(String name, Map<String, String> entries) {
        entries.forEach((key, value) -> values.put(name + "." + key, value));
        return this;
    }

    /** All entries in one attribute, {@code key: text; key: text}; left out if there are none. */
    <V> Attributes putEach(String name, SortedMap<String, V> entries, Function<V, String> text) {
        if (!entries.isEmpty()) {
            values.put(
                    name,
                    entries.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + text.apply(entry.getValue()))
                            .collect(Collectors.joining("; ")));
        }
        return this;
    }

    /** Each entry becomes an attribute under its own name. */
    Attributes putAll(Map<String, String> entries) {
        values.putAll(entries);
        return this;
    }

    SortedMap<String, String> toMap() {
        return Collections.unmodifiableSortedMap(values);
    }
}
