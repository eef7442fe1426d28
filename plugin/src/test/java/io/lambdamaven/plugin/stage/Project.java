package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.model.Application;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project with its settings, built up line by line in tests. */
public final class Project {
    static final Whereabouts WHERE = new Whereabouts("aws", "eu-central-1", "123456789012");
    private static final Code CODE = new Code(Path.of("orders-lambda.jar"), "c0de");

    private final String artifactId;
    private boolean idempotent;
    private boolean connections;
    private final List<Route> routes = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<FunctionModel> more = new ArrayList<>();
    private final Map<String, Layers.StageEntry> stages = new TreeMap<>();
    private RawSettings.Builder pom = RawSettings.from("<configuration>");
    private RawSettings.Builder commandLine = RawSettings.from("the command line");
    private Integer annotatedMemory;
    private int javaRelease = 17;
    private ApplicationJar application;
    private String stage = "dev";

    Project(String artifactId) {
        this.artifactId = artifactId;
    }

    public static Project orders() {
        return new Project("orders");
    }

    public static Project with(Trigger... triggers) {
        Project project = orders();
        Arrays.stream(triggers).forEach(trigger -> project.route(trigger, Granularity.EACH, "()V"));
        return project;
    }

    public Project route(Trigger trigger, Granularity granularity, String descriptor) {
        int number = routes.size();
        String id = "0000000" + Integer.toHexString(number % 16);
        if (number > 15) {
            id = String.format("%08x", number);
        }
        routes.add(new Route(
                number, id, trigger, new MethodRef("com.example.Orders", "m" + number, descriptor), granularity));
        return this;
    }

    public Project grant(List<String> actions, List<String> resources) {
        grants.add(new Grant(actions, resources));
        return this;
    }

    public Project function(String name, Trigger... triggers) {
        List<Route> own = new ArrayList<>();
        for (Trigger trigger : triggers) {
            MethodRef method = new MethodRef("com.example." + name, "m" + own.size(), "()V");
            own.add(new Route(own.size(), "f000000" + own.size(), trigger, method, Granularity.EACH));
        }
        more.add(new FunctionModel(
                name, "com.example." + name + "Handler", "", null, null, own, List.of(), false, false));
        return this;
    }

    /** A method of the default function is called once for all events of one key. */
    public Project idempotent() {
        idempotent = true;
        return this;
    }

    /** A method of the default function writes to clients of WebSocket APIs. */
    public Project connections() {
        connections = true;
        return this;
    }

    Project annotated(int memory) {
        annotatedMemory = memory;
        return this;
    }

    /** Packed with the layout slim. */
    public Project slim(String sha256, long size) {
        application = new ApplicationJar(sha256, size);
        return this;
    }

    Project java(int release) {
        javaRelease = release;
        return this;
    }

    public Project pom(Setting setting, Object value) {
        pom.set(setting, value);
        return this;
    }

    RawSettings.Builder pom() {
        return pom;
    }

    public Project environment(Map<String, String> entries) {
        pom.environment(entries);
        return this;
    }

    public Project placeholders(Map<String, String> entries) {
        pom.placeholders(entries);
        return this;
    }

    public Project tags(Map<String, String> entries) {
        pom.tags(entries);
        return this;
    }

    /** A part of a setting that has some, such as {@code cors.maxAge}; {@code none} takes it back. */
    public Project part(String path, String value) {
        commandLine.part(path, value);
        return this;
    }

    Project override(String function, Setting setting, Object value) {
        pom.function(
                function,
                RawSettings.from("<configuration>").set(setting, value).build());
        return this;
    }

    Project commandLine(Setting setting, Object value) {
        commandLine.set(setting, value);
        return this;
    }

    public Project stage(String name, String parent, Setting setting, Object value) {
        RawSettings settings =
                RawSettings.from("<stages><" + name + ">").set(setting, value).build();
        stages.put(name, new Layers.StageEntry(parent, settings));
        return this;
    }

    public Project in(String name) {
        stage = name;
        return this;
    }

    public Staged staged() {
        return Staged.of(manifest(), layers(), stage);
    }

    Staged toFind() {
        return Staged.toFind(manifest(), layers(), stage);
    }

    EffectiveSettings effective() {
        return Staged.effective(manifest(), layers(), stage);
    }

    private Layers layers() {
        return new Layers(pom.build(), stages, commandLine.build());
    }

    private Manifest manifest() {
        FunctionModel main = new FunctionModel(
                "",
                "com.example.LambdaHandler",
                "Takes orders",
                annotatedMemory,
                null,
                routes,
                grants,
                idempotent,
                connections);
        List<FunctionModel> functions = new ArrayList<>(List.of(main));
        functions.addAll(more);
        return new Manifest(
                new Application(new ProjectId("com.example", artifactId, "1.0"), functions),
                javaRelease,
                "digest",
                application);
    }

    FunctionSettings settings() {
        return staged().settings().functions().get(0);
    }

    /** What should be there at this place, of this code. */
    public Desired desired(Whereabouts where, Code code) {
        return staged().desired(where, code);
    }

    public Desired desired() {
        return staged().desired(WHERE, CODE);
    }

    <R extends Resource> List<R> all(Class<R> kind) {
        return desired().resources().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <R extends Resource> R only(Class<R> kind) {
        List<R> all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError("not one " + kind.getSimpleName() + ": " + all);
        }
        return all.get(0);
    }

    List<Diagnostic> faults() {
        try {
            staged();
            return List.of();
        } catch (UserFault e) {
            return e.diagnostics();
        }
    }

    /** The only fault, which must have this id, as it is printed. */
    String fault(Problem problem) {
        List<Diagnostic> faults = faults();
        if (faults.size() != 1 || faults.get(0).problem() != problem) {
            throw new AssertionError("not one " + problem + ": " + faults);
        }
        return faults.get(0).render();
    }
}
