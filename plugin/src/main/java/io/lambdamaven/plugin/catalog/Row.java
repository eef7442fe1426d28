package io.lambdamaven.plugin.catalog;

import java.util.List;

/**
 * One row of the generated route table.
 *
 * @param kind the name of a constant of the runtime's {@code EventKind}
 * @param keys in the kind's order; empty for any
 * @param mode words that the kind knows, between blanks
 */
public record Row(String kind, List<String> keys, String mode) {
    /** The kind of a row that holds a pattern and a bus. */
    public static final String EVENTS = "EVENTBRIDGE";

    public Row {
        keys = List.copyOf(keys);
    }

    static Row of(String kind, String... keys) {
        return new Row(kind, List.of(keys), "");
    }

    Row mode(String words) {
        return new Row(kind, keys, words);
    }

    /** Whether an event could be for both rows, and nothing says which of them is closer. */
    public boolean clashes(Row other) {
        if (!kind.equals(other.kind) || keys.size() != other.keys.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!same(keys.get(i), other.keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As the runtime compares: whole ARNs where both sides have one, else names. */
    private static boolean same(String one, String other) {
        boolean bothArns = one.startsWith("arn:") && other.startsWith("arn:");
        return bothArns ? one.equals(other) : ResourceNames.name(one).equals(ResourceNames.name(other));
    }
}
