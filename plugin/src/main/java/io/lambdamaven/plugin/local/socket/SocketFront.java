package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A WebSocket API.
 *
 * @param stage the plugin's; the API's own is in {@code api}
 * @param routes by their keys, whether what the function answers goes back to the client
 */
public record SocketFront(String project, String stage, WebSocketApi api, SortedMap<String, Boolean> routes) {
    static final String CONNECT = "$connect";
    static final String DISCONNECT = "$disconnect";
    static final String DEFAULT = "$default";

    public SocketFront {
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    }

    /** Those among what is deployed. */
    public static List<SocketFront> of(List<Recorded> recorded) {
        List<Resource> all = recorded.stream().map(Recorded::resource).toList();
        return recorded.stream()
                .filter(each -> each.resource() instanceof WebSocketApi)
                .map(each -> {
                    WebSocketApi api = (WebSocketApi) each.resource();
                    return new SocketFront(each.project(), each.stage(), api, routes(api.name(), all));
                })
                .toList();
    }

    private static SortedMap<String, Boolean> routes(String api, List<Resource> all) {
        SortedMap<String, Boolean> routes = new TreeMap<>();
        for (Resource each : all) {
            if (each instanceof WebSocketRoute route && route.apiName().equals(api)) {
                routes.put(route.routeKey(), route.answers());
            }
        }
        return routes;
    }

    /** As AWS gives one. */
    public String apiId() {
        return Account.apiId(api.id().toString());
    }

    boolean answers(String routeKey) {
        return routes.getOrDefault(routeKey, false);
    }
}
