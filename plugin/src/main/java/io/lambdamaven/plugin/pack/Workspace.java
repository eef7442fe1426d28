package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for temporary files beside the output, so that the finished file is moved within one file system. */
final class Workspace implements AutoCloseable {
    private final Path folder;

    Workspace(Path parent) throws IOException {
        this.folder = Files.createTempDirectory(parent, "lambda-pack");
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
