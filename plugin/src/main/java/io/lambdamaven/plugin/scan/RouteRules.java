package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routes that cannot stand side by side. */
final class RouteRules {
    private final Faults faults;
    private final HttpRules http;
    private final ServiceRoutes services;

    RouteRules(Faults faults, HttpRules http) {
        this.faults = faults;
        this.http = http;
        this.services = new ServiceRoutes(faults);
    }

    /** What one function's routes must keep. */
    void checkFunction(List<FoundRoute> routes) {
        Map<String, FoundRoute> seen = new HashMap<>();
        Map<String, Set<String>> methodsOfShape = new HashMap<>();
        for (FoundRoute route : routes) {
            String key = key(route);
            FoundRoute other = key.isEmpty() ? null : seen.putIfAbsent(key, route);
            if (other != null) {
                reportTwice(route, other);
            }
            if (route.trigger() instanceof Trigger.Http each) {
                methodsOfShape
                        .computeIfAbsent(shape(each, route.spot()), shape -> new HashSet<>())
                        .add(each.method());
            }
        }
        services.check(routes);
        for (FoundRoute route : routes) {
            if (route.trigger() instanceof Trigger.Http each
                    && each.method().equals(HttpRules.ANY)
                    && methodsOfShape
                            .getOrDefault(shape(each, route.spot()), Set.of())
                            .containsAll(HttpRules.METHODS)) {
                faults.add(
                        Problem.LM020,
                        route.spot(),
                        "ANY " + each.path() + " is never reached: each HTTP method has a route of its own for this"
                                + " path.",
                        "Remove this @HttpTrigger, or one of the others.");
            }
        }
    }

    /** What takes the same event has the same key. */
    private String key(FoundRoute route) {
        Trigger trigger = route.trigger();
        if (trigger instanceof Trigger.Http each) {
            return "http " + each.method() + " " + shape(each, route.spot());
        } else if (trigger instanceof Trigger.Command each) {
            return "command " + each.name();
        } else if (trigger instanceof Trigger.Schedule each) {
            return route.ref().className() + "#" + route.ref().methodName() + " " + FoundRoute.schedule(each);
        }
        return trigger instanceof Trigger.Invoke ? "invoke" : "";
    }

    private String shape(Trigger.Http trigger, Spot spot) {
        return http.read(trigger.path(), spot).map(PathTemplate::shape).orElse(trigger.path());
    }

    private void reportTwice(FoundRoute route, FoundRoute other) {
        Trigger trigger = route.trigger();
        String there = other.spot().shortName();
        Spot spot = route.spot();
        if (trigger instanceof Trigger.Http each) {
            faults.add(
                    Problem.LM019,
                    spot,
                    each.method() + " " + each.path() + " cannot be told from a route of " + there + ".",
                    "Change method or path in one of the two @HttpTrigger annotations.");
        } else if (trigger instanceof Trigger.Command each) {
            faults.add(
                    Problem.LM051,
                    spot,
                    "The command " + each.name() + " is the name of " + there + " already.",
                    "Change the value of one of the two @Command annotations.");
        } else if (trigger instanceof Trigger.Schedule each) {
            faults.add(
                    Problem.LM032,
                    spot,
                    "The schedule " + each.expression() + " is declared on " + there + " already.",
                    "Remove one of the two @ScheduleTrigger annotations, or give the other method another name.");
        } else {
            faults.add(
                    Problem.LM052,
                    spot,
                    "Direct invocations go to " + there + " already.",
                    "Keep one @InvokeTrigger, or put one of the classes in a function of its own with"
                            + " @LambdaFunction.");
        }
    }

    /** What the routes of all functions must keep: a bucket has one notification configuration. */
    void checkProject(List<FoundRoute> routes) {
        Map<String, FoundRoute> tasks = new HashMap<>();
        for (FoundRoute route : routes) {
            if (route.trigger() instanceof Trigger.Task task) {
                FoundRoute other = tasks.putIfAbsent(task.id(), route);
                if (other != null) {
                    faults.add(
                            Problem.LM119,
                            route.spot(),
                            "The task " + task.id() + " is " + other.spot().shortName() + " already.",
                            "Set another @Task(id) on one of the two methods.");
                }
            }
        }
        for (int i = 0; i < routes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (routes.get(i).trigger() instanceof Trigger.S3 one
                        && routes.get(j).trigger() instanceof Trigger.S3 other
                        && S3Rules.overlap(one, other)) {
                    faults.add(
                            Problem.LM047,
                            routes.get(i).spot(),
                            "S3 refuses two notifications of one event, and an object can fit this trigger and that of "
                                    + routes.get(j).spot().shortName() + ".",
                            "Change events, prefix or suffix in one of the two @S3Trigger annotations so that no object"
                                    + " fits both.");
                }
            }
        }
    }
}
