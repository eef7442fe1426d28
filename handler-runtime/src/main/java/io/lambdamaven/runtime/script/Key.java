package io.lambdamaven.runtime.script;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** One of the stage's public keys. How a signature is verified is said by the key, never by the message. */
final class Key {
    private static final int ED25519_SIGNATURE = 64;

    private final PublicKey key;
    private final boolean edwards;

    private Key(PublicKey key, boolean edwards) {
        this.key = key;
        this.edwards = edwards;
    }

    /**
     * One as the function's settings have it.
     *
     * @param algorithm {@code ed25519} or {@code p256}
     * @param encoded base64 of its X.509 form
     */
    static Key of(String algorithm, String encoded) throws GeneralSecurityException {
        boolean edwards = algorithm.equals("ed25519");
        if (!edwards && !algorithm.equals("p256")) {
            throw new GeneralSecurityException("there is no algorithm " + algorithm);
        }
        KeyFactory factory = KeyFactory.getInstance(edwards ? "Ed25519" : "EC");
        PublicKey key = factory.generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        return new Key(key, edwards);
    }

    boolean verifies(byte[] signed, byte[] signature) throws GeneralSecurityException {
        if (edwards && signature.length != ED25519_SIGNATURE) {
            // The JDK lets noughts follow.
            return false;
        }
        Signature verifier = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSA");
        verifier.initVerify(key);
        verifier.update(signed);
        try {
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // Not even the form of a signature.
            return false;
        }
    }
}
