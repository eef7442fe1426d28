package io.lambdamaven.runtime.event;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of an event that tell kinds apart, as far as it was read, with the values that matter. */
final class Marks {
    private final Map<String, String> found = new HashMap<>();
    private final boolean operators;

    Marks(boolean operators) {
        this.operators = operators;
    }

    /** A null value: the key is there, but with a value that marks nothing; a later one does not count either. */
    void put(String mark, @Nullable String value) {
        found.put(mark, value == null ? "\0" : value);
    }

    boolean has(String mark) {
        return found.containsKey(mark);
    }

    boolean has(String mark, String other) {
        return has(mark) && has(other);
    }

    boolean has(String mark, String other, String third) {
        return has(mark, other) && has(third);
    }

    boolean is(String mark, String value) {
        return value.equals(found.get(mark));
    }

    String value(String mark) {
        String value = found.get(mark);
        return value == null ? "" : value;
    }

    /** Whether commands count. */
    boolean operators() {
        return operators;
    }
}
