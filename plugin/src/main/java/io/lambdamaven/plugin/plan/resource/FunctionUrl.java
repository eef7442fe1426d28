package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The URL of an alias.
 *
 * @param authType {@code AWS_IAM} or {@code NONE}
 */
public record FunctionUrl(
        String functionName, String alias, @Nullable String authType, Cors cors) implements Resource, FunctionPart {
    /** One that answers nothing to other sites' pages. */
    public FunctionUrl(String functionName, String alias, @Nullable String authType) {
        this(functionName, alias, authType, Cors.NONE);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.FUNCTION_URL, functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes().put("authType", authType);
        cors.attributes(attributes);
        return attributes.toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Cors.told();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias));
    }
}
