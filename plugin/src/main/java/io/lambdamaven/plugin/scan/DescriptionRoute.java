package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Optional;

/** The route that serves the API's description, of which no source knows. */
final class DescriptionRoute {
    private static final Place POM = Place.of("<openapi><path>");

    private final Faults faults;
    private final ClassPath classPath;

    DescriptionRoute(Faults faults, ClassPath classPath) {
        this.faults = faults;
        this.classPath = classPath;
    }

    /** Adds it to the first function that serves HTTP. */
    void add(String path, Functions functions) {
        Optional<Functions.Draft> function = functions.drafts().stream()
                .filter(draft -> draft.routes.stream().anyMatch(route -> route.trigger() instanceof Trigger.Http))
                .findFirst();
        Optional<ClassFile> server = classPath.find(RuntimeNames.OPEN_API_DOCUMENT);
        if (!HttpRules.isLiteral(path)) {
            fault(
                    "\"" + path + "\" is no path of its own.",
                    "Set <openapi><path> to literal segments such as /openapi.json.");
        } else if (function.isEmpty()) {
            fault(
                    "No method has an @HttpTrigger, so there is no API to describe.",
                    "Take <path> out of <openapi>, or add a route.");
        } else if (server.isEmpty()) {
            fault(
                    "The lambda-handler-runtime among the dependencies cannot serve a description.",
                    "Give it the version of the plugin.");
        } else if (functions.drafts().stream()
                .flatMap(draft -> draft.routes.stream())
                .anyMatch(route -> route.trigger() instanceof Trigger.Http http
                        && http.method().equals("GET")
                        && http.path().equals(path))) {
            fault(
                    "GET " + path + " is a route of the project already.",
                    "Set <openapi><path> to another path, or take it out.");
        } else {
            ClassFile type = server.get();
            MethodFile method = type.methods().stream()
                    .filter(each -> each.name().equals("get"))
                    .findFirst()
                    .orElseThrow();
            function.get()
                    .routes
                    .add(new FoundRoute(
                            new Trigger.Http("GET", path),
                            method,
                            Spot.of(type, method),
                            List.of(),
                            Granularity.WHOLE,
                            null,
                            false));
        }
    }

    private void fault(String summary, String remedy) {
        faults.add(Problem.LM084, POM, summary, remedy);
    }
}
