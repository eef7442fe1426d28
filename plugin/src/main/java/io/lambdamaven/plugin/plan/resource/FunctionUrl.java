package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** @param authType {@code AWS_IAM} or {@code NONE} */
public record FunctionUrl(
        String functionName, String alias, @Nullable String authType) implements Resource, FunctionPart {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.FUNCTION_URL, functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("authType", authType).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias));
    }
}
