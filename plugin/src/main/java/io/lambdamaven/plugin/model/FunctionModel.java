package io.lambdamaven.plugin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Lambda function of the project.
 *
 * @param name empty for the project's default function, else the name in {@code @LambdaFunction}
 * @param handlerClass binary name of the generated handler
 * @param memory MB, or null where the annotation leaves it to the settings
 * @param timeout seconds, or null likewise
 * @param idempotent whether a method of it is called once for all events of one key
 * @param connections whether a method of it writes to clients of the project's WebSocket API without an event of theirs
 */
public record FunctionModel(
        String name,
        String handlerClass,
        String description,
        @Nullable Integer memory,
        @Nullable Integer timeout,
        List<Route> routes,
        List<Grant> grants,
        boolean idempotent,
        boolean connections) {
    public FunctionModel {
        routes = List.copyOf(routes);
        grants = List.copyOf(grants);
    }
}
