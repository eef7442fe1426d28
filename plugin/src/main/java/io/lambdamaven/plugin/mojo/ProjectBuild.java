package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.generate.SourceFile;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.manifest.ManifestJson;
import io.lambdamaven.plugin.model.Application;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.openapi.ApiSecurity;
import io.lambdamaven.plugin.openapi.OpenApi;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Layout;
import io.lambdamaven.plugin.pack.Limits;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.pack.PackResult;
import io.lambdamaven.plugin.pack.Packager;
import io.lambdamaven.plugin.pack.SignerNote;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.scan.ClassReferences;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.scan.RuntimeLibraries;
import io.lambdamaven.plugin.scan.SignerNeeds;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.codehaus.plexus.util.FileUtils;

/** The steps from class files to jar: scan, generate, compile, pack. */
record ProjectBuild(ProjectInputs inputs, Progress progress) {

    boolean hasClasses() {
        return Files.isDirectory(inputs.classes());
    }

    /**
     * What {@link #generate} made.
     *
     * @param signed what needs signed requests
     */
    record Generated(
            Application application,
            List<RuntimeLibrary> libraries,
            List<Need> signed,
            int javaRelease,
            SortedMap<String, byte[]> entries) {}

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
        tellHosted(generated.get());
        return generated;
    }

    private void tellHosted(Generated generated) {
        webs(generated.application()).forEach(web -> progress.info(hosted(web)));
    }

    static String hosted(Trigger.Web web) {
        return "Hosts " + web.className() + ", a "
                + switch (web.form()) {
                    case "rest" -> "Jakarta REST application";
                    case "servlet" -> "servlet";
                    default -> "class with main";
                }
                + (web.port() == 0 ? "" : " on port " + web.port())
                + ": it takes what no trigger takes.";
    }

    private Optional<Generated> make() {
        ScannedProject project = scan();
        Application application = project.application(inputs.id());
        List<SourceFile> sources = HandlerGenerator.generate(project);
        GeneratedSources.write(inputs.sources(), sources);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        int release = ClassFileRelease.of(inputs.classes());
        SortedMap<String, byte[]> classes =
                HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath(), release, inputs.javac()));
        SortedMap<String, byte[]> entries = new TreeMap<>(classes);
        if (inputs.api().path() != null) {
            entries.put(OpenApi.ENTRY, describe(project).canonicalBytes());
        }
        return Optional.of(
                new Generated(application, RuntimeLibraries.of(project), SignerNeeds.of(project), release, entries));
    }

    private ScannedProject scan() {
        return ProjectScanner.scan(
                roots(), classPath(), inputs.web(), inputs.api().path());
    }

    /**
     * The OpenAPI description of its routes; empty where it has none.
     *
     * @param guards tells who may call
     */
    Optional<JsonObject> describe(Function<Manifest, ApiSecurity> guards) {
        ScannedProject project = scan();
        boolean has = project.functions().stream()
                .flatMap(function -> function.model().routes().stream())
                .anyMatch(route -> route.trigger() instanceof Trigger.Http);
        return has
                ? Optional.of(OpenApi.describe(
                        project,
                        inputs.api().info(),
                        guards.apply(new Manifest(
                                project.application(inputs.id()), ClassFileRelease.of(inputs.classes()), "")),
                        classPath()))
                : Optional.empty();
    }

    /** For every stage, and so without who may call. */
    private JsonObject describe(ScannedProject project) {
        return OpenApi.describe(project, inputs.api().info(), classPath());
    }

    /** Generates and packs; empty where there is nothing to run on Lambda. */
    Optional<Path> pack() {
        return make().map(this::pack);
    }

    private Path pack(Generated generated) {
        tellHosted(generated);
        SortedMap<String, byte[]> entries = new TreeMap<>(generated.entries());
        entries.put(ManifestJson.SCHEMA_ENTRY, ManifestJson.schema().getBytes(StandardCharsets.UTF_8));
        PackResult packed = new Packager(Limits.LAMBDA)
                .pack(new PackRequest(
                        inputs.classes(),
                        entries,
                        (digest, application) -> ManifestJson.write(new Manifest(
                                        generated.application(), generated.javaRelease(), digest, application))
                                .getBytes(StandardCharsets.UTF_8),
                        inputs.dependencies(),
                        generated.libraries(),
                        ClassReferences::read,
                        inputs.jar(),
                        layout(generated.application()),
                        generated.javaRelease(),
                        inputs.timestamp()));
        packed.warnings().forEach(warning -> progress.warn(warning.render()));
        progress.info(
                (packed.reused() ? "Unchanged: " : "Packed ") + packed.file().getFileName() + ", "
                        + megabytes(packed.size()) + " (" + megabytes(packed.unzippedSize()) + " unzipped).");
        ApplicationJar application = packed.application();
        if (application != null) {
            progress.info("It fetches " + ApplicationJar.beside(packed.file()).getFileName() + ", "
                    + megabytes(application.size()) + ", from <codeBucket>.");
        }
        packed.notes().forEach(progress::info);
        SignerNote.of(inputs.dependencies(), signed(generated)).ifPresent(progress::info);
        packed.leftOut().forEach(library -> progress.debug("Nothing needs " + library + ": it is left out."));
        return packed.file();
    }

    private List<Need> signed(Generated generated) {
        List<Need> needs = new ArrayList<>(generated.signed());
        if (layout(generated.application()) == Layout.SLIM) {
            needs.add(0, new Need("<layout>slim</layout>", "fetches the code"));
        }
        return needs;
    }

    /** Merged dependencies start faster; those of a whole application have more to say than can be merged. */
    private Layout layout(Application application) {
        Layout said = inputs.layout();
        if (said != null) {
            return said;
        }
        return webs(application).isEmpty() ? Layout.JAR : Layout.LIB;
    }

    private static List<Trigger.Web> webs(Application application) {
        return application.functions().stream()
                .flatMap(function -> function.routes().stream())
                .map(Route::trigger)
                .filter(Trigger.Web.class::isInstance)
                .map(Trigger.Web.class::cast)
                .toList();
    }

    private List<Path> roots() {
        return Stream.concat(
                        Stream.of(inputs.classes()), inputs.scanned().stream().map(Dependency::file))
                .toList();
    }

    /** What the project's code is compiled and run with. */
    List<Path> classPath() {
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
