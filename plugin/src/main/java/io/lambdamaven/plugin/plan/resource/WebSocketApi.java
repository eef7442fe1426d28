package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket API with its one proxy integration, to the alias, and its one stage, which deploys by itself. It does not
 * wait for the alias: the function's role names the API, so the API comes first.
 *
 * @param routeSelection what chooses the route of a message, such as {@code $request.body.action}
 */
public record WebSocketApi(
        String name, String functionName, String alias, String routeSelection, String stage, Map<String, String> tags)
        implements Resource {
    /** The variable that names the API whose clients a function writes to, as {@code id/stage}. */
    public static final String VARIABLE = "LAMBDA_WEBSOCKET_API";

    private static final Pattern TOKEN = Pattern.compile("\\{api-id:([^}]+)}");

    public WebSocketApi {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of the API of this name. */
    public static ResourceId id(String name) {
        return new ResourceId(ResourceType.WEB_SOCKET_API, name);
    }

    /** The APIs whose ids a policy or a variable waits for, by what {@link HttpApi#idToken} puts in their place. */
    static List<ResourceId> namedIn(@Nullable String text) {
        return TOKEN.matcher(text == null ? "" : text)
                .results()
                .map(found -> id(found.group(1)))
                .distinct()
                .toList();
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("integration", functionName + ":" + alias)
                .put("routeSelection", routeSelection)
                .put("stage", stage)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of();
    }
}
