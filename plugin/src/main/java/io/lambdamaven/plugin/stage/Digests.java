package io.lambdamaven.plugin.stage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts. */
final class Digests {
    private Digests() {}

    static String sha256Hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The name, or where it is too long its beginning with a digest of the whole. */
    static String shortened(String name, int limit) {
        int kept = 8;
        return name.length() <= limit
                ? name
                : name.substring(0, limit - 1 - kept) + "-" + sha256Hex(name).substring(0, kept);
    }
}
