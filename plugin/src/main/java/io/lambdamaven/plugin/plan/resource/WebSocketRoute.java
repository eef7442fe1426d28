package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;

/**
 * One route of a WebSocket API.
 *
 * @param routeKey {@code $connect}, {@code $disconnect}, {@code $default} or one of the project's own
 * @param answers whether what the method returns goes back to the sender
 * @param permission the statement that has to be there first
 */
public record WebSocketRoute(String apiName, String routeKey, boolean answers, ResourceId permission)
        implements Resource {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.WEB_SOCKET_ROUTE, apiName + " " + routeKey);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("answers", answers).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(WebSocketApi.id(apiName), permission);
    }
}
