package io.lambdamaven.plugin.plan;

import java.util.List;

/** What a deploy will do, in an order in which it can be done. Showing it and applying it use the same value. */
public record Plan(List<Change> changes) {
    public Plan {
        changes = List.copyOf(changes);
    }

    /** Whether applying it writes nothing. */
    public boolean isEmpty() {
        return changes.stream().allMatch(change -> change instanceof Change.Keep || change instanceof Change.Leave);
    }
}
