package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes small jars, and reads the one that was packed. */
final class Jars {
    static final String RUNTIME = "io/lambdamaven/runtime/RoutedHandler.class";

    private Jars() {}

    /** Entries as name, text, name, text... */
    static Map<String, byte[]> entries(String... namesAndTexts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    static Path jar(Path file, Map<String, byte[]> entries) {
        return jar(file, entries, 0);
    }

    /** The seed decides the order and the times of the entries. */
    static Path jar(Path file, Map<String, byte[]> entries, int seed) {
        List<String> names = new ArrayList<>(entries.keySet());
        if (seed != 0) {
            Collections.shuffle(names, new Random(seed));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setLastModifiedTime(FileTime.fromMillis(1_500_000_000_000L + seed * 86_400_000L));
                out.putNextEntry(entry);
                out.write(entries.get(name));
                out.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path folder, Map<String, byte[]> entries) {
        try {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                Path file = folder.resolve(entry.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files in the jar, in its order. */
    static List<String> names(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path jar, String name) {
        return new String(bytes(jar, name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path jar, String name) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new AssertionError(jar + " has no " + name + " but " + names(jar));
            }
            return zip.getInputStream(entry).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
