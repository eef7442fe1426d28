package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The rotation of a secret by the alias; a secret has one function that rotates it.
 *
 * @param secret name or ARN
 * @param schedule {@code rate(...)} or {@code cron(...)}
 * @param duration such as {@code 3h}, empty for AWS's default
 * @param target function and alias that rotate it
 * @param immediately whether to rotate whenever this is written; nothing that can be read back
 */
public record SecretRotation(
        String secret,
        String functionName,
        String alias,
        @Nullable String schedule,
        @Nullable String duration,
        String target,
        boolean immediately,
        ResourceId permission)
        implements Resource {
    @Override
    public ResourceId id() {
        return id(secret, functionName, alias);
    }

    /** The id of the rotation of a secret by an alias. */
    public static ResourceId id(String secret, String functionName, String alias) {
        return new ResourceId(ResourceType.SECRET_ROTATION, secret + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("duration", duration)
                .put("schedule", schedule)
                .put("target", target)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
