package io.lambdamaven.plugin.plan.resource;

/** What hangs on a function, goes with it, and is found by its name. */
public interface FunctionPart {
    /** The function's name at Lambda. */
    String functionName();
}
