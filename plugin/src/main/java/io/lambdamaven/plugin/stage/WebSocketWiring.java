package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A WebSocket API of the function's own: one integration, one route for each key, and leave to write to connections. */
final class WebSocketWiring implements ServiceWiring {
    /** API Gateway waits for these, and sends nothing back but whether they went well. */
    private static final Set<String> ONE_WAY = Set.of("$connect", "$disconnect");

    private final GatewaySettings settings;
    private final Map<String, Route> keys = new TreeMap<>();
    private @Nullable ResourceId permission;

    WebSocketWiring(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String key = wires.runtimeText(route, trigger, "value");
        if (key == null) {
            return;
        }
        Route other = keys.putIfAbsent(key, route);
        if (other != null) {
            wires.fault(
                    Problem.LM260,
                    Wires.place(route, trigger, "value"),
                    other.method().shortName() + " already takes the messages of the route " + key + ".",
                    "Let one method take them, or give another route key in @WebSocketTrigger(value).");
            return;
        }
        String name = DerivedNames.webSocketApi(wires.functionName());
        if (permission == null) {
            permission = api(name, wires);
        }
        boolean answers = !ONE_WAY.contains(key) && !route.method().descriptor().endsWith(")V");
        wires.add(new WebSocketRoute(name, key, answers, permission));
    }

    /** The name of the API's one stage. */
    static String stage(GatewaySettings settings, Wires wires) {
        String stage = settings.webSocketStage();
        return stage == null
                ? wires.tags()
                        .getOrDefault(Desired.STAGE_TAG, DerivedNames.LIVE)
                        .replaceAll("[^A-Za-z0-9_-]", "-")
                : stage;
    }

    /** Lets the function write to the API's clients. */
    static void allow(String api, String stage, Wires wires) {
        String arn = wires.arns().of("execute-api", HttpApi.idToken(api));
        wires.allow(List.of("execute-api:ManageConnections"), List.of(arn + "/" + stage + "/*"));
    }

    private ResourceId api(String name, Wires wires) {
        String stage = stage(settings, wires);
        WebSocketApi api = new WebSocketApi(
                name, wires.functionName(), DerivedNames.LIVE, settings.routeSelection(), stage, wires.tags());
        wires.add(api);
        String arn = wires.arns().of("execute-api", HttpApi.idToken(name));
        allow(name, stage, wires);
        return wires.permit(
                DerivedNames.LIVE,
                DerivedNames.WEB_SOCKET_STATEMENT,
                "apigateway.amazonaws.com",
                arn + "/*/*",
                api.id());
    }
}
