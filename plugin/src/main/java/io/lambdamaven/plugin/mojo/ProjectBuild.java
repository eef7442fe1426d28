package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.generate.SourceFile;
import io.lambdamaven.plugin.manifest.ManifestJson;
import io.lambdamaven.plugin.model.Application;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Limits;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.pack.PackResult;
import io.lambdamaven.plugin.pack.Packager;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.scan.ClassReferences;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.scan.RuntimeLibraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.codehaus.plexus.util.FileUtils;

/** The steps from class files to jar: scan, generate, compile, pack. */
record ProjectBuild(ProjectInputs inputs, Progress progress) {

    boolean hasClasses() {
        return Files.isDirectory(inputs.classes());
    }

    /** What {@link #generate} made. */
    record Generated(
            Application application,
            List<RuntimeLibrary> libraries,
            int javaRelease,
            SortedMap<String, byte[]> classes) {}

    /** Reads the annotations and makes the handlers; empty where no method carries a trigger. */
    Optional<Generated> generate() {
        Optional<Generated> generated = make();
        if (generated.isEmpty()) {
            progress.info("No method carries a trigger: no handler is generated.");
            return generated;
        }
        for (FunctionModel function : generated.get().application().functions()) {
            progress.info("Handler " + function.handlerClass() + " routes "
                    + counted(function.routes().size(), "trigger") + ".");
        }
        return generated;
    }

    private Optional<Generated> make() {
        ScannedProject project = ProjectScanner.scan(roots(), classPath());
        Application application = project.application(inputs.id());
        List<SourceFile> sources = HandlerGenerator.generate(project);
        GeneratedSources.write(inputs.sources(), sources);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        int release = ClassFileRelease.of(inputs.classes());
        SortedMap<String, byte[]> classes =
                HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath(), release, inputs.javac()));
        return Optional.of(new Generated(application, RuntimeLibraries.of(project), release, classes));
    }

    /** Generates and packs; empty where there is nothing to run on Lambda. */
    Optional<Path> pack() {
        return make().map(this::pack);
    }

    private Path pack(Generated generated) {
        SortedMap<String, byte[]> entries = new TreeMap<>(generated.classes());
        entries.put(ManifestJson.SCHEMA_ENTRY, ManifestJson.schema().getBytes(StandardCharsets.UTF_8));
        PackResult packed = new Packager(Limits.LAMBDA)
                .pack(new PackRequest(
                        inputs.classes(),
                        entries,
                        digest -> ManifestJson.write(
                                        new Manifest(generated.application(), generated.javaRelease(), digest))
                                .getBytes(StandardCharsets.UTF_8),
                        inputs.dependencies(),
                        generated.libraries(),
                        ClassReferences::read,
                        inputs.jar(),
                        inputs.layout(),
                        generated.javaRelease(),
                        inputs.timestamp()));
        packed.warnings().forEach(warning -> progress.warn(warning.render()));
        progress.info(
                (packed.reused() ? "Unchanged: " : "Packed ") + packed.file().getFileName() + ", "
                        + megabytes(packed.size()) + " (" + megabytes(packed.unzippedSize()) + " unzipped).");
        packed.notes().forEach(progress::info);
        packed.leftOut().forEach(library -> progress.debug("Nothing needs " + library + ": it is left out."));
        return packed.file();
    }

    private List<Path> roots() {
        return Stream.concat(
                        Stream.of(inputs.classes()), inputs.scanned().stream().map(Dependency::file))
                .toList();
    }

    private List<Path> classPath() {
        List<Path> classPath = new ArrayList<>();
        classPath.add(inputs.classes());
        inputs.dependencies().forEach(dependency -> classPath.add(dependency.file()));
        return classPath;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }

    /** The folder of generated sources, for people to read; holds what the last run made and nothing else. */
    private static final class GeneratedSources {
        private GeneratedSources() {}

        static void write(Path folder, List<SourceFile> sources) {
            try {
                FileUtils.deleteDirectory(folder.toFile());
                for (SourceFile source : sources) {
                    Path file = folder.resolve(source.path());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, source.content());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The generated handler cannot be written to " + folder, e);
            }
        }
    }
}
