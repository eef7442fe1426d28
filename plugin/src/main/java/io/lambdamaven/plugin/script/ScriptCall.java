package io.lambdamaven.plugin.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One run of a script: what is signed, and what is sent.
 *
 * @param functionArn of the alias {@code ops}
 * @param arguments JSON
 * @param nonce never used before, 32 hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ScriptCall(
        String keyId, String functionArn, byte[] bundle, byte[] arguments, String nonce, Instant expires) {
    /** How long after signing it counts: long enough for a cold start, and much less than the runtime allows. */
    public static final Duration VALID = Duration.ofMinutes(2);

    private static final String DOMAIN = "lambda-maven-script";
    private static final String VERSION = "1";

    public ScriptCall {
        bundle = bundle.clone();
        arguments = arguments.clone();
    }

    /** What stands in the place of a command's name. */
    public static final String COMMAND = "$script";

    /** The SHA-256 that the function's audit names. */
    public String digest() {
        return sha256(bundle);
    }

    /** The canonical envelope: the runtime makes the same from what it knows itself, and it is never sent. */
    public byte[] envelope() {
        return String.join(
                        "\n",
                        DOMAIN,
                        VERSION,
                        keyId,
                        sha256(bundle),
                        sha256(arguments),
                        functionArn,
                        nonce,
                        Long.toString(expires.getEpochSecond()),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The payload of the invocation, in JSON; none of its texts has anything in it that JSON escapes. */
    public String payload(byte[] signature) {
        return "{\"command\":\"" + COMMAND + "\",\"args\":{\"key\":\"" + keyId + "\",\"nonce\":\"" + nonce
                + "\",\"expires\":\"" + expires.getEpochSecond() + "\",\"signature\":\"" + base64(signature)
                + "\",\"bundle\":\"" + base64(bundle) + "\",\"arguments\":\"" + base64(arguments) + "\"}}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
