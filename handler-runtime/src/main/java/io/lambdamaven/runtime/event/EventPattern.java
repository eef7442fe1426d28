package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An EventBridge event pattern. An event does not say which rule it came through, so where several methods take events of
 * a bus their patterns are matched once more here.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">AWS:
 *     comparison operators</a>
 */
public final class EventPattern {
    private static final String OR = "$or";

    /** What a member that is not there is compared as. */
    static final Object ABSENT = new Object();

    private final Map<?, ?> fields;

    private EventPattern(Map<?, ?> fields) {
        this.fields = fields;
    }

    /**
     * Reads a pattern.
     *
     * @param json of the pattern
     * @return the pattern
     * @throws IllegalArgumentException if it is not an object; the build refuses it before this can
     */
    public static EventPattern parse(String json) {
        if (Json.tree(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> fields) {
            return new EventPattern(fields);
        }
        throw new IllegalArgumentException("the event pattern " + json + " is no object");
    }

    /**
     * Whether an event fits.
     *
     * @param event as {@link Json#tree} reads it
     * @return true if every member of the pattern fits
     */
    public boolean matches(@Nullable Object event) {
        return object(fields, event);
    }

    private static boolean object(Map<?, ?> pattern, @Nullable Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (object(pattern, list.get(i))) {
                    return true;
                }
            }
            return false;
        }
        Map<?, ?> members = value instanceof Map<?, ?> map ? map : Map.of();
        for (Map.Entry<?, ?> field : pattern.entrySet()) {
            Object name = field.getKey();
            boolean fits;
            if (name.equals(OR) && field.getValue() instanceof List<?> choices) {
                fits = anyObject(choices, members);
            } else {
                Object member = members.containsKey(name) ? members.get(name) : ABSENT;
                fits = member(field.getValue(), member);
            }
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyObject(List<?> patterns, Map<?, ?> members) {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Map<?, ?> pattern && object(pattern, members)) {
                return true;
            }
        }
        return false;
    }

    private static boolean member(@Nullable Object pattern, @Nullable Object value) {
        if (pattern instanceof Map<?, ?> nested) {
            return object(nested, value);
        } else if (!(pattern instanceof List<?> choices)) {
            return false;
        } else if (value instanceof List<?> values && !values.isEmpty()) {
            for (int i = 0; i < values.size(); i++) {
                if (any(choices, values.get(i))) {
                    return true;
                }
            }
            return false;
        } else {
            return any(choices, value instanceof List ? ABSENT : value);
        }
    }

    private static boolean any(List<?> choices, @Nullable Object value) {
        for (int i = 0; i < choices.size(); i++) {
            if (PatternFilter.fits(choices.get(i), value)) {
                return true;
            }
        }
        return false;
    }
}
