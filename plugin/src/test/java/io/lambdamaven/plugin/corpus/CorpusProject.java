package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.corpus.Handling.Form;
import io.lambdamaven.plugin.corpus.UserCode.Place;
import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.generate.SourceFile;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user's project that handles a folder of samples, through the pipeline that {@code lambda:package} uses. */
final class CorpusProject {
    /** What the function is called where it runs. */
    static final String FUNCTION = "corpus";

    /** One event on its way to one method. */
    record Expected(Sample sample, Form form, Handling handling, Place place) {
        String id() {
            return form + " " + sample.path();
        }
    }

    private final List<Expected> expected = new ArrayList<>();
    private final Names names = new Names();
    private final Path classes;
    private final Map<String, FunctionModel> functions = new TreeMap<>();

    CorpusProject(Path folder, List<Sample> samples) throws IOException {
        UserCode code = new UserCode();
        Handlings handlings = new Handlings(names);
        for (Sample sample : samples) {
            handlings.of(sample).ifPresent(handling -> {
                for (Form form : Form.values()) {
                    if (handling.has(form)) {
                        expected.add(new Expected(sample, form, handling, code.add(handling, form)));
                    }
                }
            });
        }
        UserProject project =
                new UserProject(folder).with(resource("Seen.java.txt")).with(resource("Answers.java.txt"));
        code.sources().forEach(project::with);
        classes = project.compile();
        List<Path> libraries = UserProject.libraries();
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        List<SourceFile> handlers = new ArrayList<>();
        // A project each: S3, for one, would refuse the same notification twice.
        for (Map.Entry<String, String> each : code.classes().entrySet()) {
            Path root = folder.resolve("roots").resolve(each.getKey());
            Path file = root.resolve(each.getValue() + ".class");
            Files.createDirectories(file.getParent());
            Files.copy(classes.resolve(each.getValue() + ".class"), file);
            ScannedProject scanned = ProjectScanner.scan(List.of(root), classPath);
            handlers.addAll(HandlerGenerator.generate(scanned));
            for (ScannedFunction function : scanned.functions()) {
                functions.put(function.model().name(), function.model());
            }
        }
        HandlerCompiler.compile(handlers, new HandlerCompiler.Settings(classPath, 17, null))
                .forEach(this::write);
    }

    List<Expected> expected() {
        return expected;
    }

    Path classes() {
        return classes;
    }

    Map<String, String> environment() {
        return names.environment();
    }

    String handler(Expected one) {
        return functions.get(one.place().function()).handlerClass();
    }

    /**
     * The event as the service would send it to this project: a rule has the name that a deployment gives it, and a
     * stack waits where this machine hears of it.
     */
    String event(Expected one, String waiting) {
        Json event = one.sample().json();
        if (one.sample().word().equals("schedule")) {
            String rule = "arn:aws:events:eu-central-1:123456789012:rule/" + FUNCTION + "-"
                    + route(one).id();
            return event.asObject().toBuilder()
                    .put("resources", Json.array(Json.of(rule)))
                    .build()
                    .canonical();
        } else if (event instanceof JsonObject object && object.has("ResponseURL")) {
            return object.toBuilder().put("ResponseURL", waiting).build().canonical();
        }
        return event instanceof JsonArray || event instanceof JsonObject
                ? one.sample().text()
                : event.canonical();
    }

    private Route route(Expected one) {
        return functions.get(one.place().function()).routes().stream()
                .filter(route -> route.method().methodName().equals(one.place().method()))
                .findFirst()
                .orElseThrow();
    }

    private void write(String path, byte[] bytes) {
        try {
            Path file = classes.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CorpusProject.class.getResourceAsStream("user/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
