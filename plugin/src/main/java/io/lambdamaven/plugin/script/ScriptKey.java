package io.lambdamaven.plugin.script;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key that scripts are verified with.
 *
 * @param algorithm in the runtime's words: {@code ed25519} or {@code p256}
 * @param encoded base64 of its X.509 form, without line breaks
 */
public record ScriptKey(String algorithm, String encoded) {
    /** The one that KMS's keys of the kind {@code ECC_NIST_P256} have. */
    public static final String P256 = "p256";

    private static final int P256_BITS = 256;

    /** Base64 of the key's X.509 form, with or without the lines around it that PEM has; none for anything else. */
    public static Optional<ScriptKey> read(String text) {
        String bare = text.replace("-----BEGIN PUBLIC KEY-----", "")
                .replace("-----END PUBLIC KEY-----", "")
                .replaceAll("\\s", "");
        try {
            return of(Base64.getDecoder().decode(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key of this X.509 form; none for a key of another kind. */
    public static Optional<ScriptKey> of(byte[] encoded) {
        PublicKey edwards = key("Ed25519", encoded);
        if (edwards != null) {
            return Optional.of(new ScriptKey("ed25519", base64(edwards)));
        }
        return key("EC", encoded) instanceof ECPublicKey curve
                        && curve.getParams().toString().contains("secp256r1")
                        && curve.getParams().getOrder().bitLength() == P256_BITS
                ? Optional.of(new ScriptKey(P256, base64(curve)))
                : Optional.empty();
    }

    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static @Nullable PublicKey key(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
