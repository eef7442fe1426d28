package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.RuntimeLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One library of the project.
 *
 * @param classifier empty where it has none
 * @param file a jar, or a folder of classes in a reactor that has not packaged it
 * @param via {@code groupId:artifactId} of what brings it to the project, outermost first; empty where the project
 *     declares it
 */
public record Dependency(
        String groupId, String artifactId, String version, String classifier, Path file, List<String> via) {
    /** That of the handler runtime. */
    static final String RUNTIME = "io.lambdamaven:lambda-handler-runtime";

    public Dependency {
        via = List.copyOf(via);
    }

    public Dependency(String groupId, String artifactId, String version, Path file) {
        this(groupId, artifactId, version, "", file, List.of());
    }

    /** {@code groupId:artifactId}. */
    String artifact() {
        return groupId + ":" + artifactId;
    }

    /** Whether the project has it only because the handler runtime has it for that library. */
    boolean comesWith(RuntimeLibrary library) {
        List<String> way = new ArrayList<>(via);
        way.add(artifact());
        int runtime = way.indexOf(RUNTIME);
        return runtime >= 0 && runtime + 1 < way.size() && library.artifacts().contains(way.get(runtime + 1));
    }

    /** {@code group:artifact:version}, as Maven writes it. */
    public String coordinates() {
        return groupId + ":" + artifactId + ":" + (classifier.isEmpty() ? "" : classifier + ":") + version;
    }

    /** Its name in {@code lib/}: the same wherever the local repository is. */
    String fileName() {
        return artifactId + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }
}
