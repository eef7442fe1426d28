package io.lambdamaven.plugin.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Compiles generated source, without annotation processors. */
public final class HandlerCompiler {
    private HandlerCompiler() {}

    /**
     * How to compile.
     *
     * @param classPath the project's classes and dependencies
     * @param release the Java release to compile for
     * @param javac the executable of a toolchain, or null for the compiler of the running JDK
     */
    public record Settings(
            List<Path> classPath, int release, @Nullable Path javac) {
        public Settings {
            classPath = List.copyOf(classPath);
        }
    }

    /**
     * Compiles in this process, or with the toolchain's compiler in another.
     *
     * @return class files by their relative path with slashes, {@code com/example/LambdaHandler.class}
     * @throws io.lambdamaven.plugin.report.UserFault if there is no compiler, or it refuses the source
     */
    public static SortedMap<String, byte[]> compile(List<SourceFile> sources, Settings settings) {
        return settings.javac() == null
                ? InProcessCompiler.compile(sources, settings)
                : ToolchainCompiler.compile(sources, settings, settings.javac());
    }
}
