package io.lambdamaven.plugin.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar whose entries are not compressed: within an archive that is, it makes that smaller, and a cold start does not
 * unpack the classes a second time. Order, times and contents stay, and with them signatures.
 */
final class StoredJar {
    private StoredJar() {}

    /** @return the copy, or the jar itself where it cannot be copied entry by entry */
    static Path of(Path jar, Path copy) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            if (!isSound(entries)) {
                return jar;
            }
            try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(copy)))) {
                for (ZipEntry entry : entries) {
                    out.putNextEntry(stored(entry));
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
        return copy;
    }

    private static ZipEntry stored(ZipEntry entry) {
        ZipEntry stored = new ZipEntry(entry);
        stored.setMethod(ZipEntry.STORED);
        stored.setCompressedSize(entry.getSize());
        return stored;
    }

    /** Some jars hold a name twice; which of the two counts is for their reader to say. */
    private static boolean isSound(List<? extends ZipEntry> entries) {
        Set<String> names = new HashSet<>();
        return entries.stream().allMatch(entry -> names.add(entry.getName()));
    }
}
