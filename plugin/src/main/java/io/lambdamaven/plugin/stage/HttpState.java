package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;
import java.util.TreeSet;

/** What stands in front of a function's HTTP routes, if there are any. */
final class HttpState {
    private final FunctionSettings settings;
    private final Wires wires;
    private final Neighbours neighbours;
    private final TreeSet<String> routeKeys = new TreeSet<>();
    private final TreeSet<String> preflights = new TreeSet<>();

    HttpState(FunctionSettings settings, Wires wires, Neighbours neighbours) {
        this.settings = settings;
        this.wires = wires;
        this.neighbours = neighbours;
    }

    void add(Route route, Trigger.Http trigger) {
        routeKeys.add(Neighbours.key(trigger));
        HttpTerms.Cors cors = trigger.terms().cors();
        if (cors != null) {
            cors.origins().forEach(origin -> wires.runtimeText(origin, Wires.place(route, "@Cors(value)")));
            if (!isCorsOfFront(settings, wires)) {
                preflights.add(Neighbours.preflightKey(trigger));
            }
        }
    }

    /** Whether an API or function URL answers by itself what pages of other sites ask. */
    static boolean isCorsOfFront(FunctionSettings settings, Wires wires) {
        return wires.onAws()
                && (settings.http() == HttpFront.API || settings.http() == HttpFront.URL)
                && !settings.httpApi().cors().equals(Cors.NONE);
    }

    /** All paths: an API of routes has one for that, a tree of resources needs its root too. */
    void add(Trigger.Web application) {
        routeKeys.addAll(Neighbours.keys(application, settings.http()));
    }

    List<Resource> resources() {
        if (routeKeys.isEmpty()) {
            return List.of();
        }
        return switch (settings.http()) {
            case API -> new HttpApiFront(settings, wires, neighbours).resources(routeKeys, preflights);
            case REST -> new RestFront(settings, wires, neighbours).resources(routeKeys, preflights);
            case ALB -> new AlbFront(settings, wires, neighbours).resources(routeKeys, preflights);
            case URL -> new UrlFront(settings, wires.where()).resources();
            case NONE -> List.of();
        };
    }
}
