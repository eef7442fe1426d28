package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** JSON for other programs, in a file that only its owner can read. */
final class JsonOutput {
    private JsonOutput() {}

    static void write(File file, Json json) {
        Path target = file.toPath().toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            // Made anew, so that it never has the rights of a file that was there.
            Files.deleteIfExists(target);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(target, json.pretty());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
