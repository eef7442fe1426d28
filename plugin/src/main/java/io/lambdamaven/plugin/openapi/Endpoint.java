package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A route of HTTP with the call that it makes.
 *
 * @param function its name in {@code @LambdaFunction}, empty for the default one
 * @param method in upper case, may be {@code ANY}
 * @param template as the trigger has it
 * @param terms with the media types of bodies
 */
record Endpoint(String function, String method, String template, HttpTerms terms, HandlerCall call) {
    private static final String ANY = "ANY";

    /** All that a path can have in OpenAPI but TRACE, which no trigger takes. */
    private static final List<String> METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    /** Those of a project, sorted, {@code ANY} last. */
    static List<Endpoint> of(ScannedProject project) {
        List<Endpoint> found = new ArrayList<>();
        for (ScannedFunction function : project.functions()) {
            for (HandlerCall call : function.calls()) {
                for (Route route : call.routes()) {
                    // The route that serves the description is none of the API's.
                    if (route.trigger() instanceof Trigger.Http http
                            && !call.owner().binaryName().equals(RuntimeNames.OPEN_API_DOCUMENT)) {
                        found.add(
                                new Endpoint(function.model().name(), http.method(), http.path(), http.terms(), call));
                    }
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Endpoint::isAny)
                        .thenComparing(Endpoint::template)
                        .thenComparing(Endpoint::method)
                        .thenComparing(each -> each.call().method().className())
                        .thenComparing(each -> each.call().method().methodName()))
                .toList();
    }

    private boolean isAny() {
        return method.equals(ANY);
    }

    /** The methods that it answers, if no other route does. */
    List<String> methods() {
        return isAny() ? METHODS : List.of(method);
    }
}
