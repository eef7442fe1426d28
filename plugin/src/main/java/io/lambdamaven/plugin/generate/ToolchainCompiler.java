package io.lambdamaven.plugin.generate;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compiler of another JDK, run as a process of its own in a folder that is removed afterwards. */
final class ToolchainCompiler {
    private ToolchainCompiler() {}

    static SortedMap<String, byte[]> compile(List<SourceFile> sources, HandlerCompiler.Settings settings, Path javac) {
        try {
            Path folder = Files.createTempDirectory("lambda-handler");
            try {
                return compile(sources, settings, javac, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the handler's source for " + javac, e);
        }
    }

    private static SortedMap<String, byte[]> compile(
            List<SourceFile> sources, HandlerCompiler.Settings settings, Path javac, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(CompilerOptions.of(settings));
        arguments.addAll(List.of("-encoding", "UTF-8", "-d", classes.toString()));
        for (SourceFile source : sources) {
            Path file = folder.resolve("source").resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.content());
            arguments.add(file.toString());
        }
        // A class path can be longer than a command line may be.
        Path list = folder.resolve("arguments");
        Files.write(list, arguments.stream().map(ToolchainCompiler::quoted).toList());
        run(javac, list, folder.resolve("source"));
        return read(classes);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void run(Path javac, Path arguments, Path sources) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(javac.toString(), "-J-Duser.language=en", "@" + arguments)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UserFault(
                    List.of(CompilerOptions.unusable(
                            javac.toString(), "The compiler cannot be started: " + e.getMessage() + ".")),
                    e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            String message = String.join(
                    " ",
                    output.replace(sources + "/", "").lines().map(String::strip).toList());
            throw new UserFault(List.of(CompilerOptions.refused(Place.of(javac.toString()), message)));
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the handler was compiled", e);
        }
    }

    private static SortedMap<String, byte[]> read(Path classes) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
