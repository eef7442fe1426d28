package io.lambdamaven.plugin.model;

import java.util.List;

/**
 * What was read from a project's class files.
 *
 * @param functions sorted by name, the default one first; empty if nothing carries a trigger
 * @param single the classes that it has one of
 * @param earlierHandlers binary names of handlers that an earlier build left among the classes
 */
public record ScannedProject(List<ScannedFunction> functions, ProjectClasses single, List<String> earlierHandlers) {
    public ScannedProject {
        functions = List.copyOf(functions);
        earlierHandlers = List.copyOf(earlierHandlers);
    }

    /** The part that goes into the manifest. */
    public Application application(ProjectId project) {
        return new Application(
                project, functions.stream().map(ScannedFunction::model).toList());
    }
}
