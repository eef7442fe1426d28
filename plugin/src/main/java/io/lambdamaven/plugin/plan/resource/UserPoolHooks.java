package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The alias as what a user pool, which is there already, calls at some moments; its other moments are foreign.
 *
 * @param hooks the moments as Cognito names them, such as {@code PreSignUp}
 * @param accessToken whether the event before tokens are made is the one with the access token; null if it does not
 *     matter
 */
public record UserPoolHooks(
        String pool,
        String functionName,
        String alias,
        List<String> hooks,
        @Nullable Boolean accessToken,
        ResourceId permission)
        implements Resource {
    public UserPoolHooks {
        hooks = hooks.stream().sorted().toList();
    }

    @Override
    public ResourceId id() {
        return id(pool, functionName, alias);
    }

    /** The id of what calls an alias. */
    public static ResourceId id(String pool, String functionName, String alias) {
        return new ResourceId(ResourceType.USER_POOL_HOOKS, pool + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("hooks", hooks)
                .put("accessToken", accessToken)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
