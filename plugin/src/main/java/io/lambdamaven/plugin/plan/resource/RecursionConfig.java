package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** @param recursiveLoop {@code Allow}, or {@code Terminate} for Lambda to end calls that go round in a circle */
public record RecursionConfig(String functionName, @Nullable String recursiveLoop) implements Resource, FunctionPart {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.RECURSION_CONFIG, functionName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("recursiveLoop", recursiveLoop).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.FUNCTION, functionName));
    }
}
