package io.lambdamaven.runtime.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What one source held when it was read: all of it, checked. */
final class Held {
    private final Map<String, String> values;
    private final String version;
    private final String digest;

    private Held(Map<String, String> values, String version, String digest) {
        this.values = values;
        this.version = version;
        this.digest = digest;
    }

    /**
     * Checks a document.
     *
     * @param address where it came from
     * @param version as the service told it, empty if it tells none
     */
    static Held document(Address address, byte[] json, String version) {
        String digest = sha256(json);
        if (!isExpected(address, digest)) {
            throw new ConfigException("its SHA-256 is " + digest + ", and " + address.digest() + " is expected");
        }
        checkVersion(address, version);
        return new Held(FlatJson.read(json), version, digest);
    }

    /** The same of a document from a store of secrets: its digest could be tried against guesses, and is never told. */
    static Held secret(Address address, String text, String version) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        if (!isExpected(address, sha256(json))) {
            throw new ConfigException("its SHA-256 is not " + address.digest() + ", which is expected");
        }
        checkVersion(address, version);
        return new Held(FlatJson.read(json), version, "");
    }

    /** Values that were checked one by one. */
    static Held values(Map<String, String> values) {
        return new Held(values, "", "");
    }

    private static boolean isExpected(Address address, String digest) {
        return address.digest().isEmpty() || address.digest().equals(digest);
    }

    private static void checkVersion(Address address, String version) {
        if (!address.version().isEmpty() && !address.version().equals(version)) {
            throw new ConfigException("its version is '" + version + "', and '" + address.version() + "' is expected");
        }
    }

    Map<String, String> values() {
        return values;
    }

    /** {@code version 3, sha256 0a1b...}; empty if nothing is known. */
    String identity() {
        if (version.isEmpty()) {
            return digest.isEmpty() ? "" : "sha256 " + digest;
        }
        return digest.isEmpty() ? "version " + version : "version " + version + ", sha256 " + digest;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
