package io.lambdamaven.plugin.generate;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What both ways to compile share. */
final class CompilerOptions {
    private CompilerOptions() {}

    static List<String> of(HandlerCompiler.Settings settings) {
        String classPath =
                settings.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of(
                "-proc:none",
                "--release",
                String.valueOf(settings.release()),
                "-classpath",
                classPath,
                // Without a source path javac would also compile what it finds on the class path.
                "-sourcepath",
                "",
                "-implicit:none",
                "-g",
                "-nowarn",
                "-Xlint:none");
    }

    static Diagnostic refused(Place place, String message) {
        return new Diagnostic(
                Problem.LM085,
                place,
                "The compiler refuses the generated handler: " + message + ".",
                "Check that every type in the signatures of the methods with triggers is public and on the project's"
                        + " compile class path.");
    }

    static Diagnostic unusable(String subject, String reason) {
        return new Diagnostic(
                Problem.LM086,
                Place.of(subject),
                reason,
                "Run Maven on a JDK that knows the project's <maven.compiler.release>, or configure such a JDK with"
                        + " maven-toolchains-plugin.");
    }
}
