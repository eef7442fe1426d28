package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.socket.SocketHandler;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where WebSocket APIs are served, for functions that write to their clients. */
final class SocketPlaces {
    /** The SDK's own, which the runtime obeys too. */
    private static final String ENDPOINT = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";

    private static final String CREDENTIALS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    private volatile List<SocketFronts.Open> open = List.of();

    void know(Collection<SocketFronts.Open> served) {
        open = List.copyOf(served);
    }

    /** The variables of a function, with what it needs to write to clients of the API it names, or of its own. */
    Map<String, String> variables(LambdaFunction function) {
        Map<String, String> given = function.environment() == null ? Map.of() : function.environment();
        String named = given.getOrDefault(WebSocketApi.VARIABLE, "");
        Map<String, String> variables = new TreeMap<>(given);
        for (SocketFronts.Open each : open) {
            WebSocketApi api = each.front().api();
            boolean meant = named.isEmpty()
                    ? api.functionName().equals(function.name())
                    : named.startsWith(HttpApi.idToken(api.name()) + "/");
            if (meant) {
                String root = "http://127.0.0.1:" + each.port();
                variables.put(WebSocketApi.VARIABLE, each.front().apiId() + "/" + api.stage());
                variables.putIfAbsent(ENDPOINT, root + "/" + api.stage());
                variables.putIfAbsent(CREDENTIALS, root + SocketHandler.CREDENTIALS);
            }
        }
        return variables;
    }
}
