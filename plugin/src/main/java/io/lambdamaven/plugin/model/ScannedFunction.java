package io.lambdamaven.plugin.model;

import java.util.List;

/** A function with all that its handler's source needs. */
public record ScannedFunction(FunctionModel model, List<HandlerCall> calls, Surroundings around) {
    public ScannedFunction {
        calls = List.copyOf(calls);
    }
}
