package io.lambdamaven.plugin.generate;

import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import java.util.List;

/** Writes the source of a project's handlers: one final class per function. */
public final class HandlerGenerator {
    private HandlerGenerator() {}

    /** The sources, in the order of the functions. A function without routes has none. */
    public static List<SourceFile> generate(ScannedProject project) {
        return project.functions().stream()
                .filter(function -> !function.model().routes().isEmpty())
                .map(function -> source(function, project))
                .toList();
    }

    private static SourceFile source(ScannedFunction function, ScannedProject project) {
        String path = function.model().handlerClass().replace('.', '/') + ".java";
        return new SourceFile(path, new HandlerWriter(function, project.single(), project.functions()).write());
    }
}
