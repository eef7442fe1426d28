package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** Looks through the classes and every dependency, and reports all that cannot be packed. */
final class InputReader {
    private final int javaRelease;
    private final Diagnostics faults;

    InputReader(int javaRelease, Diagnostics faults) {
        this.javaRelease = javaRelease;
        this.faults = faults;
    }

    /** The project's classes first, as on its class path. */
    List<Input> read(Path classes, List<Dependency> dependencies) {
        List<Input> inputs = new ArrayList<>();
        try {
            inputs.add(folder(null, classes));
        } catch (IOException e) {
            faults.add(
                    Problem.LM101,
                    Place.of(classes.toString()),
                    "The folder of the project's classes cannot be read (" + reason(e) + ").",
                    "Compile the project first, for instance with `mvn package`.");
        }
        for (Dependency dependency : dependencies) {
            try {
                inputs.add(
                        Files.isDirectory(dependency.file()) ? folder(dependency, dependency.file()) : jar(dependency));
            } catch (IOException e) {
                unreadable(faults, dependency, reason(e));
            }
        }
        return inputs;
    }

    static void unreadable(Diagnostics faults, Dependency dependency, String why) {
        faults.add(
                Problem.LM100,
                Place.of(dependency.coordinates()),
                "The file " + dependency.file() + " cannot be read as a jar (" + why + ").",
                "Delete it so that Maven fetches or builds it again, or correct the <dependency>.");
    }

    private Input jar(Dependency dependency) throws IOException {
        SortedMap<String, Input.Entry> found = new TreeMap<>();
        boolean versioned;
        if (!Files.exists(dependency.file())) {
            throw new IOException("no such file");
        }
        try (JarFile jar = new JarFile(dependency.file().toFile(), false)) {
            versioned = jar.isMultiRelease();
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> found.put(
                            entry.getName(), new Input.Entry(entry.getName(), entry.getCrc(), entry.getSize())));
        }
        for (String name : found.keySet()) {
            if (leadsOut(name)) {
                throw new IOException("its entry " + name + " would land outside the archive");
            }
        }
        return new Input(dependency, dependency.file(), !versioned, visible(found, versioned));
    }

    private Input folder(@Nullable Dependency dependency, Path folder) throws IOException {
        SortedMap<String, Input.Entry> found = new TreeMap<>();
        for (Map.Entry<String, Path> file : files(folder).entrySet()) {
            found.put(file.getKey(), measure(file.getKey(), file.getValue()));
        }
        return new Input(dependency, folder, false, visible(found, true));
    }

    private SortedMap<String, Input.Entry> visible(SortedMap<String, Input.Entry> found, boolean versioned) {
        SortedMap<String, Input.Entry> entries = new TreeMap<>();
        if (versioned) {
            Versioned.flatten(found.keySet(), javaRelease).forEach((name, at) -> entries.put(name, found.get(at)));
        } else {
            entries.putAll(found);
        }
        entries.keySet().removeIf(Leavings::isLeft);
        return entries;
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        return files;
    }

    private static Input.Entry measure(String name, Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new Input.Entry(name, crc.getValue(), size);
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/", -1)).contains("..");
    }

    /** What failed, in words; of many failures of the file system the message is only the file. */
    static String reason(IOException e) {
        String message = e.getMessage();
        if (message == null || (e instanceof FileSystemException failure && failure.getReason() == null)) {
            String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
            return message == null ? name : name + " " + message;
        }
        return message;
    }
}
