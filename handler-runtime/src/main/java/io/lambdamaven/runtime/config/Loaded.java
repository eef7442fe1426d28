package io.lambdamaven.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A whole configuration. */
public final class Loaded {
    private final Map<String, String> values;
    private final List<String> sources;

    Loaded(Map<String, String> values, List<String> sources) {
        this.values = Map.copyOf(values);
        this.sources = sources;
    }

    /**
     * What it says.
     *
     * @return never changed
     */
    public Map<String, String> values() {
        return values;
    }

    /**
     * Where it came from.
     *
     * @return each source with what is known of what it held
     */
    public List<String> sources() {
        return sources;
    }

    /**
     * What may be told of it: no value, and no key.
     *
     * @return one line
     */
    public String summary() {
        StringBuilder out = new StringBuilder()
                .append(values.size())
                .append(values.size() == 1 ? " setting from " : " settings from ");
        for (int i = 0; i < sources.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(sources.get(i));
        }
        return out.toString();
    }

    /**
     * The keys that this one has and another has not.
     *
     * @param other to compare with
     * @return sorted
     */
    public Set<String> keysWithout(Loaded other) {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.removeAll(other.values.keySet());
        return keys;
    }

    /**
     * The keys that both have, with different values.
     *
     * @param other to compare with
     * @return sorted
     */
    public Set<String> keysChangedIn(Loaded other) {
        Set<String> keys = new TreeSet<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String value = other.values.get(entry.getKey());
            if (value != null && !value.equals(entry.getValue())) {
                keys.add(entry.getKey());
            }
        }
        return keys;
    }
}
