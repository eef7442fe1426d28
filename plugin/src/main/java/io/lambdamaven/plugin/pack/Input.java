package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The project's classes or one dependency, looked through.
 *
 * @param dependency null for the project's classes
 * @param plain whether the file can be merged as it is: a jar without entries for several releases
 * @param entries by the name under which a class loader finds them; without what is left out
 */
record Input(@Nullable Dependency dependency, Path file, boolean plain, SortedMap<String, Entry> entries) {
    Input {
        entries = Collections.unmodifiableSortedMap(entries);
    }

    /** @param name where the contents are, which differs from the key for an entry of one release */
    record Entry(String name, long crc, long size) {}

    String label() {
        return dependency == null ? "the project's classes" : dependency.coordinates();
    }

    long unzippedSize() {
        return entries.values().stream().mapToLong(Entry::size).sum();
    }

    /** The same without some entries. */
    Input without(Set<String> left) {
        SortedMap<String, Entry> others = new TreeMap<>(entries);
        return others.keySet().removeAll(left) ? new Input(dependency, file, false, others) : this;
    }

    /** What to do with each entry's contents. */
    interface Visitor {
        void visit(String name, InputStream content) throws IOException;
    }

    /** Opens every entry in the order of names. */
    void read(Visitor visitor) throws IOException {
        if (Files.isDirectory(file)) {
            for (var entry : entries.entrySet()) {
                try (InputStream in =
                        Files.newInputStream(file.resolve(entry.getValue().name()))) {
                    visitor.visit(entry.getKey(), in);
                }
            }
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : entries.entrySet()) {
                ZipEntry found = zip.getEntry(entry.getValue().name());
                try (InputStream in = zip.getInputStream(found)) {
                    visitor.visit(entry.getKey(), in);
                }
            }
        }
    }
}
