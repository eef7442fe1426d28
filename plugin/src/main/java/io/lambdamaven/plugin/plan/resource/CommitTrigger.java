package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Our one entry among the triggers of a CodeCommit repository; every other entry there is foreign.
 *
 * @param name derived from the trigger, the entry's name
 * @param branches none for all
 * @param target function and alias that it calls
 */
public record CommitTrigger(
        String repository,
        String name,
        String functionName,
        String alias,
        List<String> branches,
        List<String> events,
        @Nullable String target,
        ResourceId permission)
        implements Resource {
    public CommitTrigger {
        branches = List.copyOf(branches);
        events = List.copyOf(events);
    }

    @Override
    public ResourceId id() {
        return id(repository, name);
    }

    /** The id of an entry: its name is unique within its repository. */
    public static ResourceId id(String repository, String name) {
        return new ResourceId(ResourceType.COMMIT_TRIGGER, repository + "/" + name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("branches", branches)
                .put("events", events)
                .put("target", target)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
