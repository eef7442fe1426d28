package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.TargetGroup;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A rule of somebody's load balancer, with the target group that it forwards to. */
final class AlbFront {
    private final FunctionSettings function;
    private final Wires wires;
    private final Neighbours neighbours;

    AlbFront(FunctionSettings function, Wires wires, Neighbours neighbours) {
        this.function = function;
        this.wires = wires;
        this.neighbours = neighbours;
    }

    List<Resource> resources(Set<String> routeKeys, Set<String> preflights) {
        if (!wires.onAws()) {
            // There is no load balancer here; the local Lambda serves the routes itself.
            return new HttpApiFront(function, wires, neighbours).resources(routeKeys, preflights);
        }
        AlbSettings alb = function.httpApi().alb();
        if (alb == null) {
            // Told already.
            return List.of();
        }
        List<String> paths = alb.paths().isEmpty() ? AlbPaths.of(routeKeys, alb.hosts()) : alb.paths();
        check(alb, paths);
        String name = DerivedNames.targetGroup(function.functionName());
        // The last part of a target group's ARN is an id; its name is unique all the same.
        String source = wires.arns().of("elasticloadbalancing", "targetgroup/" + name + "/*");
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statementFor("alb", source),
                "elasticloadbalancing.amazonaws.com",
                source);
        Map<String, String> tags = new TreeMap<>(wires.tags());
        tags.put(ListenerRule.NAME_TAG, name);
        return List.of(
                new TargetGroup(
                        name,
                        function.functionName(),
                        DerivedNames.LIVE,
                        alb.multiValueHeaders(),
                        alb.healthCheck(),
                        wires.tags(),
                        permission),
                new ListenerRule(name, alb.listener(), alb.priority(), alb.hosts(), paths, name, tags));
    }

    private void check(AlbSettings alb, List<String> paths) {
        if (paths.isEmpty() && alb.hosts().isEmpty()) {
            wires.fault(
                    Problem.LM268,
                    Place.of("<alb>"),
                    "The paths of the routes take more than the " + AlbPaths.MOST + " patterns of a listener rule.",
                    "Set <alb><hosts> or -Dlambda.alb.hosts to the host that is the function's alone, or <alb><paths> or"
                            + " -Dlambda.alb.paths to patterns that fit the routes.");
        } else if (!AlbPaths.fit(alb.hosts(), paths)) {
            wires.fault(
                    Problem.LM268,
                    Place.of("<alb>"),
                    "A listener rule takes " + AlbPaths.MOST + " values with " + AlbPaths.MOST
                            + " wildcards, hosts and paths together.",
                    "Remove some from <alb><hosts> or -Dlambda.alb.hosts, or from <alb><paths> or"
                            + " -Dlambda.alb.paths.");
        }
    }
}
