package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which WebSocket API a function writes to the clients of without an event of theirs: its own, else the project's only
 * one, unless a variable says another one.
 */
final class ConnectionsWiring {
    private final FunctionModel function;
    private final FunctionSettings settings;
    private final Neighbours neighbours;
    private final Wires wires;

    ConnectionsWiring(FunctionModel function, FunctionSettings settings, Neighbours neighbours, Wires wires) {
        this.function = function;
        this.settings = settings;
        this.neighbours = neighbours;
        this.wires = wires;
    }

    /** Allows what is needed, and returns what the runtime has to know. */
    Map<String, String> wire() {
        if (!function.connections() || settings.environment().containsKey(WebSocketApi.VARIABLE)) {
            return Map.of();
        }
        List<FunctionSettings> owners = owners();
        if (owners.size() != 1) {
            fault(owners);
            return Map.of();
        }
        FunctionSettings owner = owners.get(0);
        String api = DerivedNames.webSocketApi(owner.functionName());
        String stage = WebSocketWiring.stage(owner.extras().gateways(), wires);
        WebSocketWiring.allow(api, stage, wires);
        return Map.of(WebSocketApi.VARIABLE, HttpApi.idToken(api) + "/" + stage);
    }

    private List<FunctionSettings> owners() {
        if (hasApi(function)) {
            return List.of(settings);
        }
        List<FunctionSettings> owners = new ArrayList<>();
        for (int i = 0; i < neighbours.functions().size(); i++) {
            if (hasApi(neighbours.functions().get(i))) {
                owners.add(neighbours.settings().get(i));
            }
        }
        return owners;
    }

    private static boolean hasApi(FunctionModel function) {
        return function.routes().stream()
                .anyMatch(route -> route.trigger() instanceof Trigger.Service service
                        && service.kind().equals("websocket"));
    }

    private void fault(List<FunctionSettings> owners) {
        String found = owners.isEmpty()
                ? "no function of the project has a WebSocket API."
                : "several functions have a WebSocket API: "
                        + owners.stream().map(FunctionSettings::functionName).collect(Collectors.joining(", ")) + ".";
        wires.fault(
                Problem.LM148,
                Place.of("function " + settings.functionName()),
                "A method takes Connections, and " + found,
                "Put the method into the function of the methods with @WebSocketTrigger, or name an API as id/stage with"
                        + " <environment><" + WebSocketApi.VARIABLE + "> and allow execute-api:ManageConnections on it"
                        + " with @Permission.");
    }
}
