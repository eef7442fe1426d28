package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
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

    private final String json;
    private volatile @Nullable Map<?, ?> fields;

    private EventPattern(String json) {
        this.json = json;
    }

    /**
     * A pattern, which is read when the first event is compared with it.
     *
     * @param json of the pattern
     * @return the pattern
     */
    public static EventPattern of(String json) {
        return new EventPattern(json);
    }

    /** @throws IllegalArgumentException if it is not an object; the build refuses it before this can */
    private Map<?, ?> fields() {
        Map<?, ?> known = fields;
        if (known != null) {
            return known;
        }
        if (Json.tree(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> read) {
            fields = read;
            return read;
        }
        throw new IllegalArgumentException("the event pattern " + json + " is no object");
    }

    /**
     * Whether an event fits. Of the event only those members are read that the pattern names.
     *
     * @param event as it was recognised
     * @param json its bytes
     * @return true if every member of the pattern fits
     */
    public boolean matches(Event event, byte[] json) {
        return matches(fields(), event, json);
    }

    private static boolean matches(Map<?, ?> pattern, Event event, byte[] json) {
        for (Map.Entry<?, ?> field : pattern.entrySet()) {
            String name = String.valueOf(field.getKey());
            boolean fits = (name.equals(OR) && field.getValue() instanceof List<?> choices)
                    ? anyMatches(choices, event, json)
                    : member(field.getValue(), value(name, event, json));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyMatches(List<?> patterns, Event event, byte[] json) {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Map<?, ?> pattern && matches(pattern, event, json)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value fits. */
    boolean matches(@Nullable Object value) {
        return object(fields(), value);
    }

    /** A member of the event, {@link #ABSENT} if there is none; recognition has met most that patterns name. */
    private static @Nullable Object value(String name, Event event, byte[] json) {
        int mark = switch (name) {
            case "source" -> Mark.SOURCE;
            case "detail-type" -> Mark.DETAIL_TYPE;
            case "detail" -> Mark.DETAIL;
            default -> -1;
        };
        if (mark >= 0 && event.isText(mark)) {
            return event.value(mark);
        }
        JsonCursor cursor = mark < 0 ? null : event.cursor(mark);
        byte[] value = cursor == null ? Members.json(json, name) : cursor.copy();
        return value == null ? ABSENT : Json.tree(value);
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
        if (!(pattern instanceof List<?> choices)) {
            return pattern instanceof Map<?, ?> nested && object(nested, value);
        } else if (value instanceof String) {
            // By far the most; to find out that it is no List takes longer than to compare it.
            return any(choices, value);
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

    /** The JSON that it was made of. */
    @Override
    public String toString() {
        return json;
    }
}
