package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule of somebody's listener that forwards to our target group, by the name of which it is known.
 *
 * @param listener the listener's ARN
 * @param priority null to take a free one once, and then leave it
 * @param hosts patterns of host names, none for any
 * @param paths patterns of paths, none for any
 * @param forward the name of our target group if it forwards there, empty if not
 */
public record ListenerRule(
        String name,
        String listener,
        @Nullable Integer priority,
        List<String> hosts,
        List<String> paths,
        String forward,
        Map<String, String> tags)
        implements Resource {
    /** The tag with the name, by which a rule is known that was bent to forward elsewhere. */
    public static final String NAME_TAG = "lambda-maven:rule";

    public ListenerRule {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of the rule that forwards to the target group of this name. */
    public static ResourceId id(String targetGroup) {
        return new ResourceId(ResourceType.LISTENER_RULE, targetGroup);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("listener", listener)
                .put("priority", priority)
                .put("hosts", hosts)
                .put("paths", paths)
                .put("forward", forward)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(TargetGroup.id(name));
    }
}
