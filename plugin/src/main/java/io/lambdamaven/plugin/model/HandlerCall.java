package io.lambdamaven.plugin.model;

import java.util.List;

/**
 * One way to call a method of the project. A method with triggers of several kinds may be called in several ways.
 *
 * @param owner the class that declares the method
 * @param isStatic whether the method needs no instance
 * @param parameters in the method's order
 * @param routes those that call it this way
 */
public record HandlerCall(
        JavaType.Declared owner,
        MethodRef method,
        boolean isStatic,
        JavaType result,
        List<Parameter> parameters,
        List<Route> routes) {
    public HandlerCall {
        parameters = List.copyOf(parameters);
        routes = List.copyOf(routes);
    }
}
