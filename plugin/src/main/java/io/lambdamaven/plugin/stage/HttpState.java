package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;
import java.util.TreeSet;

/** What stands in front of a function's HTTP routes, if there are any. */
final class HttpState {
    private final FunctionSettings settings;
    private final Wires wires;
    private final Neighbours neighbours;
    private final TreeSet<String> routeKeys = new TreeSet<>();

    HttpState(FunctionSettings settings, Wires wires, Neighbours neighbours) {
        this.settings = settings;
        this.wires = wires;
        this.neighbours = neighbours;
    }

    void add(Trigger.Http trigger) {
        routeKeys.add(Neighbours.key(trigger));
    }

    List<Resource> resources() {
        if (routeKeys.isEmpty()) {
            return List.of();
        }
        return switch (settings.http()) {
            case API -> new HttpApiFront(settings, wires, neighbours).resources(routeKeys);
            case URL -> new UrlFront(settings, wires.where()).resources();
            case NONE -> List.of();
        };
    }
}
