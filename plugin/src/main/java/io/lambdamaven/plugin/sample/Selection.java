package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the route that {@code -Dlambda.event} means. */
final class Selection {
    static final Place EVENT = Place.of("-Dlambda.event");
    private static final Set<String> KINDS = Set.of("http", "web", "s3", "schedule", "command", "task", "invoke");

    private final List<Route> routes;

    Selection(FunctionModel function) {
        this.routes = function.routes();
    }

    /** @param event a kind, {@code kind:which} or, where it says enough, {@code which} alone */
    Route find(String event) {
        int colon = event.indexOf(':');
        String kind = colon < 0 ? event : event.substring(0, colon);
        if (!KINDS.contains(kind) && Catalog.find(kind).isEmpty()) {
            return one(routes, event, event, Problem.LM152);
        }
        List<Route> ofKind = routes.stream()
                .filter(route -> route.trigger().kind().equals(kind))
                .toList();
        if (ofKind.isEmpty()) {
            throw none(Problem.LM150, "No method has a trigger of the kind " + kind + ".");
        }
        return one(ofKind, colon < 0 ? "" : event.substring(colon + 1).strip(), event, Problem.LM150);
    }

    private Route one(List<Route> from, String which, String event, Problem ifNone) {
        List<Route> meant = from.stream()
                .filter(route -> which.isEmpty() || means(route, which))
                .toList();
        if (meant.isEmpty()) {
            throw none(ifNone, "\"" + event + "\" is neither a kind of event nor a trigger of this function.");
        }
        if (meant.size() > 1) {
            throw new UserFault(
                    Problem.LM151, EVENT, "\"" + event + "\" means " + meant.size() + " triggers.", choose(meant));
        }
        return meant.get(0);
    }

    UserFault none(Problem problem, String summary) {
        return new UserFault(problem, EVENT, summary, choose(routes));
    }

    /** The routes with an HTTP trigger. */
    List<Route> http() {
        return routes.stream()
                .filter(route -> route.trigger() instanceof Trigger.Http)
                .toList();
    }

    private static boolean means(Route route, String which) {
        return which.equals(route.id())
                || which.equals(route.method().shortName())
                || which.equals(
                        route.method().className() + "." + route.method().methodName())
                || names(route.trigger()).contains(which);
    }

    private static Set<String> names(Trigger trigger) {
        if (trigger instanceof Trigger.Http http) {
            return Set.of(http.path(), http.method() + " " + http.path());
        } else if (trigger instanceof Trigger.S3 s3) {
            return Set.of(s3.bucket());
        } else if (trigger instanceof Trigger.Service service) {
            Set<String> names = new TreeSet<>(Catalog.of(service).identity(service));
            names.add(Catalog.of(service).where(service));
            return names;
        } else if (trigger instanceof Trigger.Schedule schedule) {
            return Set.of(schedule.expression());
        } else if (trigger instanceof Trigger.Command command) {
            return Set.of(command.name());
        } else if (trigger instanceof Trigger.Task task) {
            return Set.of(task.id());
        } else {
            return Set.of();
        }
    }

    private String choose(List<Route> from) {
        if (from.isEmpty()) {
            return "The function has no trigger at all.";
        }
        Set<String> shown = new TreeSet<>();
        from.forEach(route -> shown.add(selector(route)));
        return shown.stream().collect(Collectors.joining("\", \"", "Say one of: \"", "\"."));
    }

    /** The shortest text that means this route and no other. */
    private String selector(Route route) {
        String kind = route.trigger().kind();
        if (route.trigger() instanceof Trigger.Http http) {
            return "http:" + http.method() + " " + http.path();
        }
        String name = route.trigger() instanceof Trigger.Command command
                ? command.name()
                : route.method().shortName();
        long same = routes.stream()
                .filter(other -> other.trigger().kind().equals(kind) && means(other, name))
                .count();
        return kind + ":" + (same == 1 ? name : route.id());
    }
}
