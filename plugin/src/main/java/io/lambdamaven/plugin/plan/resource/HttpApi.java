package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** An HTTP API with its one proxy integration (payload 2.0, to the alias) and its {@code $default} stage. */
public record HttpApi(String name, String functionName, String alias, Map<String, String> tags) implements Resource {
    public HttpApi {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.HTTP_API, name);
    }

    /** Stands for the id that API Gateway gives the API, in a source ARN. */
    public static String idToken(String apiName) {
        return "{api-id:" + apiName + "}";
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("integration", functionName + ":" + alias)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias));
    }
}
