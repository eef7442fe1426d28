package io.lambdamaven.plugin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a project's class files.
 *
 * @param functions sorted by name, the default one first; empty if nothing carries a trigger
 * @param instanceFactory the project's class with {@code @InstanceFactory}, if it has one
 * @param earlierHandlers binary names of handlers that an earlier build left among the classes
 */
public record ScannedProject(
        List<ScannedFunction> functions, JavaType.@Nullable Declared instanceFactory, List<String> earlierHandlers) {
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
