package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;

/** How resources of one type are made, changed and removed. */
interface Kind<R extends Resource> {
    /** The type. */
    Class<R> type();

    void create(R wanted, Desired desired);

    void update(R there, R wanted, List<Change.AttributeChange> changes, Desired desired);

    void delete(R there, Desired desired);

    /** Whether an attribute, or one of a map's entries, is among the changes. */
    static boolean touches(List<Change.AttributeChange> changes, String name) {
        return changes.stream()
                .anyMatch(change -> change.name().equals(name) || change.name().startsWith(name + "."));
    }
}
