package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The project's classes and, for looking up types, those that it uses. */
final class ClassPath implements AutoCloseable {
    private final Faults faults;
    private final List<FileSystem> opened = new ArrayList<>();
    private final List<Path> places = new ArrayList<>();
    private final Map<String, Optional<ClassFile>> known = new HashMap<>();
    private final List<ClassFile> scanned = new ArrayList<>();

    /**
     * Reads all classes of the roots.
     *
     * @param roots folders and jars to scan
     * @param others folders and jars to look up types in
     */
    ClassPath(List<Path> roots, List<Path> others, Faults faults) {
        this.faults = faults;
        Set<Path> seen = new HashSet<>();
        for (Path root : roots) {
            Path place = open(root);
            if (place != null && seen.add(root)) {
                readAll(place);
            }
        }
        for (Path other : others) {
            if (seen.add(other)) {
                open(other);
            }
        }
    }

    private @Nullable Path open(Path path) {
        try {
            if (Files.isDirectory(path)) {
                places.add(path);
                return path;
            } else if (Files.isRegularFile(path) && path.toString().endsWith(".jar")) {
                FileSystem jar = FileSystems.newFileSystem(path);
                opened.add(jar);
                Path place = jar.getPath("/");
                places.add(place);
                return place;
            }
        } catch (IOException e) {
            faults.add(
                    Problem.LM081,
                    new Place(path.toString(), null, 0),
                    "This jar cannot be read: " + e.getMessage() + ".",
                    "Get it again, or take it out of the project's <dependencies>.");
        }
        return null;
    }

    private void readAll(Path place) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(place)) {
            files = walk.filter(file -> isClass(place.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + place, e);
        }
        for (Path file : files) {
            read(file).ifPresent(type -> {
                if (known.putIfAbsent(type.binaryName(), Optional.of(type)) == null) {
                    scanned.add(type);
                }
            });
        }
    }

    private static boolean isClass(Path file) {
        String name = String.valueOf(file.getFileName());
        // Entries for other releases repeat classes; descriptors of modules and packages are no classes.
        return name.endsWith(".class")
                && !name.equals("module-info.class")
                && !name.equals("package-info.class")
                && !file.startsWith("META-INF");
    }

    private Optional<ClassFile> read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return parse(bytes, Place.of(file.toString()));
    }

    private Optional<ClassFile> parse(byte[] bytes, Place place) {
        try {
            return Optional.of(ClassFileReader.read(bytes));
        } catch (RuntimeException e) {
            if (String.valueOf(e.getMessage()).startsWith("Unsupported class file major version")) {
                faults.add(
                        Problem.LM080,
                        place,
                        "This class file is of a later Java release than this version of the plugin knows: "
                                + e.getMessage() + ".",
                        "Compile with a lower <maven.compiler.release>, or use a later version of the plugin.");
            } else {
                faults.add(
                        Problem.LM081,
                        place,
                        "This is no sound class file.",
                        "Build the project again with mvn clean.");
            }
            return Optional.empty();
        }
    }

    /** The classes of the roots, sorted by name. */
    List<ClassFile> scanned() {
        return scanned.stream()
                .sorted(Comparator.comparing(ClassFile::binaryName))
                .toList();
    }

    /** A class of the roots, of what they use, or of the Java platform. */
    Optional<ClassFile> find(String binaryName) {
        Optional<ClassFile> found = known.get(binaryName);
        if (found == null) {
            found = lookUp(binaryName.replace('.', '/') + ".class");
            known.put(binaryName, found);
        }
        return found;
    }

    private Optional<ClassFile> lookUp(String entry) {
        for (Path place : places) {
            Path file = place.resolve(entry);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        try (InputStream platform = ClassLoader.getPlatformClassLoader().getResourceAsStream(entry)) {
            return platform == null ? Optional.empty() : parse(platform.readAllBytes(), Place.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + entry, e);
        }
    }

    /** Whether there is a file of that name. */
    boolean has(String entry) {
        return places.stream().anyMatch(place -> Files.isRegularFile(place.resolve(entry)));
    }

    /** Whether a class is, extends or implements another, as far as its supertypes can be found. */
    boolean isSubtype(String binaryName, String supertype) {
        return isSubtype(binaryName, supertype, new HashSet<>());
    }

    private boolean isSubtype(String binaryName, String supertype, Set<String> seen) {
        if (binaryName.equals(supertype)) {
            return true;
        }
        return seen.add(binaryName)
                && find(binaryName)
                        .map(type -> type.supertypes().stream().anyMatch(each -> isSubtype(each, supertype, seen)))
                        .orElse(false);
    }

    @Override
    public void close() {
        for (FileSystem jar : opened) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close " + jar, e);
            }
        }
    }
}
