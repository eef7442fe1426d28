package io.lambdamaven.runtime.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is signed: eight lines, each with a line feed at its end. It is never sent: whoever verifies makes it of what he
 * knows himself and of what he was sent, so that there is nothing to be read in two ways.
 *
 * <pre>
 * lambda-maven-script
 * 1
 * key id
 * SHA-256 of the bundle
 * SHA-256 of the arguments
 * ARN of the function's alias
 * nonce
 * expiry
 * </pre>
 */
final class Envelope {
    /** So that a signature made for anything else with the same key is none for a script. */
    private static final String DOMAIN = "lambda-maven-script";

    private static final String VERSION = "1";

    private Envelope() {}

    static byte[] of(Message message, String functionArn) {
        String text = String.join(
                "\n",
                DOMAIN,
                VERSION,
                message.keyId(),
                sha256(message.bundle()),
                sha256(message.arguments()),
                functionArn,
                message.nonce(),
                Long.toString(message.expires()),
                "");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
