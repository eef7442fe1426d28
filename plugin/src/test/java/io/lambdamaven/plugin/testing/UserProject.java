package io.lambdamaven.plugin.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Compiles a user's classes against the real annotations, as Maven would. */
public final class UserProject {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

    private final Path folder;
    private final List<String> options = new ArrayList<>(List.of("-parameters", "-g"));
    private final List<Path> files = new ArrayList<>();

    public UserProject(Path folder) {
        this.folder = folder;
    }

    /** What a user's compile class path holds: that of the tests. */
    public static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    public UserProject options(String... replaced) {
        options.clear();
        options.addAll(List.of(replaced));
        return this;
    }

    /** Adds a source file; its place follows from its text. */
    public UserProject with(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        String path = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException(source);
        }
        Path file = folder.resolve("source").resolve(path + type.group(1) + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.add(file);
        return this;
    }

    /** The folder with the classes. */
    public Path compile() {
        Path classes = folder.resolve("classes");
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-proc:none", "-d", classes.toString()));
        StringWriter messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalStateException(messages.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
