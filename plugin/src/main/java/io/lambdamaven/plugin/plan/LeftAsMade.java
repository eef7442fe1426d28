package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of settings that changed although AWS takes them for a new resource only. */
public final class LeftAsMade {
    private LeftAsMade() {}

    /** One line for each such setting of what is there. */
    public static List<String> lines(Desired desired, Observed observed) {
        Map<ResourceId, Resource> there =
                observed.resources().stream().collect(Collectors.toMap(Resource::id, Function.identity()));
        List<String> lines = new ArrayList<>();
        for (Resource wanted : desired.resources()) {
            Resource found = there.get(wanted.id());
            if (found != null) {
                AttributeDiff.onlyWhenNew(found, wanted)
                        .forEach(change -> lines.add(wanted.id() + ": " + change.name() + " " + change.after()
                                + " only counts for a new mapping; this one was made with " + change.before()
                                + " and goes on where it is"));
            }
        }
        return List.copyOf(lines);
    }
}
