package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An IAM role with one inline policy.
 *
 * @param trustPolicy JSON, sorted and without blanks
 * @param policy JSON of the inline policy, likewise
 * @param permissionsBoundary ARN, or null for none
 */
public record Role(
        String name,
        @Nullable String trustPolicy,
        @Nullable String policy,
        @Nullable String permissionsBoundary,
        Map<String, String> tags)
        implements Resource {
    public Role {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.ROLE, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("trustPolicy", trustPolicy)
                .put("policy", policy)
                .put("permissionsBoundary", permissionsBoundary)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("permissionsBoundary");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return WebSocketApi.namedIn(policy);
    }
}
