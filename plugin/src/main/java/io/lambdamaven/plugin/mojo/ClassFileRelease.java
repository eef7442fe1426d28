package io.lambdamaven.plugin.mojo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The Java release that a project's own class files need. */
final class ClassFileRelease {
    /** The oldest that the handler runtime itself runs on. */
    static final int LEAST = 17;

    /** A class file of Java N has the major version N + 44. */
    private static final int OFFSET = 44;

    private static final int MAGIC = 0xCAFEBABE;

    private ClassFileRelease() {}

    /** The newest release among the class files below a folder, at least {@link #LEAST}. */
    static int of(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .mapToInt(ClassFileRelease::release)
                    .reduce(LEAST, Math::max);
        } catch (IOException e) {
            throw new UncheckedIOException("The classes in " + classes + " cannot be read", e);
        }
    }

    private static int release(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readInt() != MAGIC) {
                return LEAST;
            }
            in.readUnsignedShort();
            return in.readUnsignedShort() - OFFSET;
        } catch (IOException e) {
            throw new UncheckedIOException("The class file " + file + " cannot be read", e);
        }
    }
}
