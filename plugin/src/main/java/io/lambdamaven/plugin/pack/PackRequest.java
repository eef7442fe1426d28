package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.References;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be packed.
 *
 * @param classes the folder of the project's compiled classes
 * @param generated what stands in the archive beside them, by its path there: the handlers' classes, the manifest's
 *     schema
 * @param manifest makes the manifest from the digest of all other entries; called more than once
 * @param dependencies in the order of the class path
 * @param libraries those of the dependencies that are left out unless something needs them
 * @param references reads what a class file names
 * @param output the file to write
 * @param javaRelease the Java release the functions run on; decides among multi-release entries
 * @param timestamp the time of every entry
 */
public record PackRequest(
        Path classes,
        SortedMap<String, byte[]> generated,
        ManifestWriter manifest,
        List<Dependency> dependencies,
        List<RuntimeLibrary> libraries,
        ReferenceReader references,
        Path output,
        Layout layout,
        int javaRelease,
        Instant timestamp) {

    /** The earliest time that a zip entry can hold without an extra field that depends on the time zone. */
    public static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:02Z");

    /** Gives the bytes of the manifest for the digest of the code. */
    @FunctionalInterface
    public interface ManifestWriter {
        /** @param application what goes to S3; null where everything is in the one archive */
        byte[] write(String codeDigest, @Nullable ApplicationJar application);
    }

    /** Tells what a class file names; of what is no class file nothing. */
    @FunctionalInterface
    public interface ReferenceReader {
        References read(byte[] classFile);
    }

    public PackRequest {
        generated = Collections.unmodifiableSortedMap(new TreeMap<>(generated));
        dependencies = List.copyOf(dependencies);
        libraries = List.copyOf(libraries);
    }
}
