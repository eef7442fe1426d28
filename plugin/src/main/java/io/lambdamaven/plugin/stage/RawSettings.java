package io.lambdamaven.plugin.stage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one place says, unchecked: the plugin's configuration, one stage in it, or the command line.
 *
 * @param origin the place, for messages, such as {@code <configuration>} or {@code <stages><prod>}
 * @param parts of settings that have some ({@link Block}), under the names of their elements joined by dots
 * @param functions what differs for single functions, by the name in {@code @LambdaFunction}
 */
public record RawSettings(
        String origin,
        Map<Setting, String> values,
        SortedMap<String, String> environment,
        SortedMap<String, String> placeholders,
        SortedMap<String, String> tags,
        SortedMap<String, String> parts,
        SortedMap<String, String> endpoints,
        SortedMap<String, RawSettings> functions) {

    /** Nothing yet, to be filled. */
    public static Builder from(String origin) {
        return new Builder(origin);
    }

    /** Takes values as Maven gives them: what is null is not set. */
    public static final class Builder {
        private final String origin;
        private final EnumMap<Setting, String> values = new EnumMap<>(Setting.class);
        private final TreeMap<String, String> environment = new TreeMap<>();
        private final TreeMap<String, String> placeholders = new TreeMap<>();
        private final TreeMap<String, String> tags = new TreeMap<>();
        private final TreeMap<String, String> parts = new TreeMap<>();
        private final TreeMap<String, String> endpoints = new TreeMap<>();
        private final TreeMap<String, RawSettings> functions = new TreeMap<>();

        private Builder(String origin) {
            this.origin = origin;
        }

        public Builder set(Setting setting, @Nullable Object value) {
            if (value != null && (setting.emptyIsSaid() || !value.toString().isBlank())) {
                values.put(setting, value.toString().strip());
            }
            return this;
        }

        public Builder environment(@Nullable Map<String, String> entries) {
            return fill(environment, entries);
        }

        public Builder placeholders(@Nullable Map<String, String> entries) {
            return fill(placeholders, entries);
        }

        public Builder tags(@Nullable Map<String, String> entries) {
            return fill(tags, entries);
        }

        public Builder part(String path, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                parts.put(path, value.strip());
            }
            return this;
        }

        public Builder endpoints(@Nullable Map<String, String> entries) {
            return fill(endpoints, entries);
        }

        public Builder function(String name, RawSettings settings) {
            functions.put(name, settings);
            return this;
        }

        public RawSettings build() {
            return new RawSettings(
                    origin,
                    Collections.unmodifiableMap(values),
                    Collections.unmodifiableSortedMap(environment),
                    Collections.unmodifiableSortedMap(placeholders),
                    Collections.unmodifiableSortedMap(tags),
                    Collections.unmodifiableSortedMap(parts),
                    Collections.unmodifiableSortedMap(endpoints),
                    Collections.unmodifiableSortedMap(functions));
        }

        /** Maven gives null for an empty element. */
        private Builder fill(Map<String, String> map, @Nullable Map<String, @Nullable String> entries) {
            if (entries != null) {
                entries.forEach((key, value) -> map.put(key, value == null ? "" : value));
            }
            return this;
        }
    }
}
