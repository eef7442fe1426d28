package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The alias as an action of an alarm that is there already.
 *
 * @param states those it is called at: {@code ALARM}, {@code INSUFFICIENT_DATA}, {@code OK}; null if not known
 */
public record AlarmAction(
        String alarm,
        String functionName,
        String alias,
        @Nullable List<String> states,
        ResourceId permission) implements Resource {
    public AlarmAction {
        states = states == null ? null : List.copyOf(states);
    }

    @Override
    public ResourceId id() {
        return id(alarm, functionName, alias);
    }

    /** The id of what calls an alias. */
    public static ResourceId id(String alarm, String functionName, String alias) {
        return new ResourceId(ResourceType.ALARM_ACTION, alarm + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes();
        return states == null
                ? attributes.toMap()
                : attributes.put("states", states).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
