package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The steps from class files to jar. */
record ProjectBuild(ProjectInputs inputs, Progress progress) {
    boolean hasClasses() {
        return Files.isDirectory(inputs.classes());
    }

    void generate() {}

    Optional<Path> pack() {
        return Optional.empty();
    }
}
