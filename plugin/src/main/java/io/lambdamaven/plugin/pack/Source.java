package io.lambdamaven.plugin.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of an entry come from; opened each time they are needed. */
@FunctionalInterface
interface Source {
    InputStream open() throws IOException;

    static Source of(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }

    static Source of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
