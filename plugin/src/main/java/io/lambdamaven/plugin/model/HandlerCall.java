package io.lambdamaven.plugin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to call a method of the project. A method with triggers of several kinds may be called in several ways.
 *
 * @param owner the class that declares the method
 * @param isStatic whether the method needs no instance
 * @param parameters in the method's order
 * @param routes those that call it this way
 * @param idempotencyKey by which events are one, null for a method that is called for each
 * @param validated whether the arguments have constraints of Jakarta Validation
 */
public record HandlerCall(
        JavaType.Declared owner,
        MethodRef method,
        boolean isStatic,
        JavaType result,
        List<Parameter> parameters,
        List<Route> routes,
        @Nullable String idempotencyKey,
        boolean validated) {
    public HandlerCall {
        parameters = List.copyOf(parameters);
        routes = List.copyOf(routes);
    }
}
