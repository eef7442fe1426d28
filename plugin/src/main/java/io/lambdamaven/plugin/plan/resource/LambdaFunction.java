package io.lambdamaven.plugin.plan.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The function's {@code $LATEST}: configuration and code.
 *
 * @param role name of the role we make, or ARN of an existing one
 * @param memory MB
 * @param timeout seconds
 * @param codeSha256 base64, as Lambda reports it in {@code CodeSha256}
 */
public record LambdaFunction(
        String name,
        @Nullable String description,
        @Nullable String runtime,
        @Nullable String architecture,
        @Nullable String handler,
        @Nullable String role,
        @Nullable Integer memory,
        @Nullable Integer timeout,
        @Nullable Map<String, String> environment,
        @Nullable String logGroup,
        @Nullable String codeSha256,
        Map<String, String> tags,
        FunctionOptions options)
        implements Resource {
    /** The attribute that is the code; every other one but the tags is configuration. */
    public static final String CODE = "codeSha256";

    public LambdaFunction {
        environment = environment == null ? null : Map.copyOf(environment);
        tags = Map.copyOf(tags);
        options = Objects.requireNonNullElse(options, FunctionOptions.UNKNOWN);
    }

    /** Of which nothing more is known. */
    public LambdaFunction(
            String name,
            @Nullable String description,
            @Nullable String runtime,
            @Nullable String architecture,
            @Nullable String handler,
            @Nullable String role,
            @Nullable Integer memory,
            @Nullable Integer timeout,
            @Nullable Map<String, String> environment,
            @Nullable String logGroup,
            @Nullable String codeSha256,
            Map<String, String> tags) {
        this(
                name,
                description,
                runtime,
                architecture,
                handler,
                role,
                memory,
                timeout,
                environment,
                logGroup,
                codeSha256,
                tags,
                FunctionOptions.UNKNOWN);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.FUNCTION, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes()
                .put("description", description)
                .put("runtime", runtime)
                .put("architecture", architecture)
                .put("handler", handler)
                .put("role", role)
                .put("memory", memory)
                .put("timeout", timeout)
                .put("environment", environment == null ? Map.of() : environment)
                .put("logGroup", logGroup)
                .put(CODE, codeSha256)
                .put("tags", tags);
        options.attributes(attributes);
        return attributes.toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return options.told();
    }

    @Override
    public List<ResourceId> dependsOn() {
        List<ResourceId> before = new ArrayList<>();
        if (role != null && !role.startsWith("arn:")) {
            before.add(new ResourceId(ResourceType.ROLE, role));
        }
        before.add(new ResourceId(ResourceType.LOG_GROUP, logGroup == null ? "" : logGroup));
        if (environment != null) {
            before.addAll(WebSocketApi.namedIn(environment.get(WebSocketApi.VARIABLE)));
        }
        return List.copyOf(before);
    }
}
