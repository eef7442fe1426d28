package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;

/**
 * One route of an HTTP API.
 *
 * @param routeKey {@code GET /orders/{id}} or {@code $default}
 * @param permission the statement that has to be there first
 */
public record HttpRoute(String apiName, String routeKey, ResourceId permission) implements Resource {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.HTTP_ROUTE, apiName + " " + routeKey);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.HTTP_API, apiName), permission);
    }
}
