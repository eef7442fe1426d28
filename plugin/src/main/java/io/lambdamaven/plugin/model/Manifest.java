package io.lambdamaven.plugin.model;

import org.jspecify.annotations.Nullable;

/**
 * The contract between build and deploy: {@code META-INF/lambda/manifest.json} in the jar.
 *
 * @param javaRelease the class files' language level, 17 or later
 * @param codeDigest SHA-256 in hexadecimal over the sorted entries other than the manifest
 * @param applicationJar what the code in the jar fetches and runs; null where everything is in the jar
 */
public record Manifest(
        Application application,
        int javaRelease,
        String codeDigest,
        @Nullable ApplicationJar applicationJar) {
    /** Of a jar that has everything in it. */
    public Manifest(Application application, int javaRelease, String codeDigest) {
        this(application, javaRelease, codeDigest, null);
    }

    /** The version of the manifest's form. */
    public static final int SCHEMA = 1;

    /** Where the manifest stands in the jar. */
    public static final String ENTRY = "META-INF/lambda/manifest.json";
}
