package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.scan.ClassReferences;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project to pack: one class, the runtime and whatever a test adds. */
final class Packing {
    final Path folder;
    final Path output;
    final List<Dependency> dependencies = new ArrayList<>();
    final Map<String, byte[]> generated = new TreeMap<>(Jars.entries("com/example/LambdaHandler.class", "handler"));
    final List<RuntimeLibrary> libraries = new ArrayList<>();
    Layout layout = Layout.JAR;
    Limits limits = Limits.LAMBDA;
    int release = 17;
    String version = "1.0";
    Instant timestamp = PackRequest.EARLIEST;

    private int seed;

    Packing(Path folder) {
        this.folder = folder;
        this.output = folder.resolve("target").resolve("app-lambda.jar");
        classes("com/example/Orders.class", "orders");
        dependency("runtime", Jars.RUNTIME, "runtime");
    }

    Packing seed(int seed) {
        this.seed = seed;
        return this;
    }

    Packing classes(String... namesAndTexts) {
        Jars.folder(folder.resolve("classes"), Jars.entries(namesAndTexts));
        return this;
    }

    Packing dependency(String artifactId, String... namesAndTexts) {
        return dependency(artifactId, Jars.entries(namesAndTexts));
    }

    Packing dependency(String artifactId, Map<String, byte[]> entries) {
        Path jar = Jars.jar(folder.resolve(artifactId + "-file.jar"), entries, seed);
        return dependency(new Dependency("org.lib", artifactId, "1.2", jar));
    }

    Packing dependency(Dependency dependency) {
        dependencies.add(dependency);
        return this;
    }

    PackRequest request() {
        return new PackRequest(
                folder.resolve("classes"),
                new TreeMap<>(generated),
                (digest, application) -> ("{\"version\":\"" + version + "\",\"codeDigest\":\"" + digest + "\""
                                + (application == null
                                        ? ""
                                        : ",\"application\":{\"sha256\":\"" + application.sha256() + "\",\"size\":"
                                                + application.size() + "}")
                                + "}\n")
                        .getBytes(StandardCharsets.UTF_8),
                dependencies,
                libraries,
                ClassReferences::read,
                output,
                layout,
                release,
                timestamp);
    }

    PackResult pack() {
        return new Packager(limits).pack(request());
    }
}
