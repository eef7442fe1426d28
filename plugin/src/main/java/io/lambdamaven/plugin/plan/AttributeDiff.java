package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares the attributes of one resource as it is and as it should be. */
final class AttributeDiff {
    private static final String TAGS = "tags.";
    private static final String ENVIRONMENT = "environment.";

    private AttributeDiff() {}

    /** What is known to differ, sorted by name. */
    static List<AttributeChange> known(Resource observed, Resource desired) {
        return changes(observed, desired, true);
    }

    /** What is wanted and of which nobody knows whether it is there. */
    static List<AttributeChange> unknown(Resource observed, Resource desired) {
        return changes(observed, desired, false);
    }

    private static List<AttributeChange> changes(Resource observed, Resource desired, boolean known) {
        SortedMap<String, String> before = observed.attributes();
        SortedMap<String, String> after = desired.attributes();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<AttributeChange> changes = new ArrayList<>();
        for (String name : names) {
            String was = before.get(name);
            String becomes = after.get(name);
            // Tags that others put on our resources stay theirs; of functions only ours are observed.
            boolean foreign = becomes == null && name.startsWith(TAGS) && !(observed instanceof LambdaFunction);
            if (!Objects.equals(was, becomes)
                    && !foreign
                    && !desired.onlyWhenNew().contains(name)
                    && known == (was != null || absenceIsKnown(observed, name))) {
                changes.add(new AttributeChange(name, was, becomes));
            }
        }
        return List.copyOf(changes);
    }

    /** What differs and stays, since AWS takes it for a new resource only; sorted by name. */
    static List<AttributeChange> onlyWhenNew(Resource observed, Resource desired) {
        List<AttributeChange> changes = new ArrayList<>();
        for (String name : new TreeSet<>(desired.onlyWhenNew())) {
            String was = observed.attributes().get(name);
            String becomes = desired.attributes().get(name);
            if (was != null && becomes != null && !was.equals(becomes)) {
                changes.add(new AttributeChange(name, was, becomes));
            }
        }
        return List.copyOf(changes);
    }

    private static boolean absenceIsKnown(Resource observed, String name) {
        if (name.startsWith(ENVIRONMENT)) {
            return observed instanceof LambdaFunction function && function.environment() != null;
        }
        return name.startsWith(TAGS) || observed.noneWhenAbsent().contains(name);
    }
}
