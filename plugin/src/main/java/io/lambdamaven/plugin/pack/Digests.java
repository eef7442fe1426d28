package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what streams by. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static byte[] of(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return digest.digest();
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** One line of a digest over many contents: {@code name NUL digest LF}, so that no two lists give the same bytes. */
    static void addLine(MessageDigest whole, String name, byte[] digest) {
        whole.update(name.getBytes(StandardCharsets.UTF_8));
        whole.update((byte) 0);
        whole.update(hex(digest).getBytes(StandardCharsets.US_ASCII));
        whole.update((byte) '\n');
    }

    static byte[] of(byte[] content) {
        return sha256().digest(content);
    }
}
