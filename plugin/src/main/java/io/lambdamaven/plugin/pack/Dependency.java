package io.lambdamaven.plugin.pack;

import java.nio.file.Path;

/**
 * One library of the project.
 *
 * @param classifier empty where it has none
 * @param file a jar, or a folder of classes in a reactor that has not packaged it
 */
public record Dependency(String groupId, String artifactId, String version, String classifier, Path file) {
    public Dependency(String groupId, String artifactId, String version, Path file) {
        this(groupId, artifactId, version, "", file);
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
