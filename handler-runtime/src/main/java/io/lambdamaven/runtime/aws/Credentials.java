package io.lambdamaven.runtime.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param accessKeyId the key's name
 * @param secretAccessKey the key
 * @param sessionToken of temporary keys
 * @param expiration when they end, null if nobody knows
 */
record Credentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken,
        @Nullable Instant expiration) {
    static final Credentials NONE = new Credentials("", "", null, null);

    /** Signs for those who do not look at signatures. */
    static final Credentials NOBODY = new Credentials("nobody", "nobody", null, null);

    boolean isGood(Instant at) {
        return expiration == null || at.isBefore(expiration);
    }

    /** Takes them out of a text that somebody else wrote: AWS quotes the signed request, its token included. */
    String withoutSecrets(String text) {
        String out = without(text, secretAccessKey);
        out = without(out, accessKeyId);
        return sessionToken == null ? out : without(out, sessionToken);
    }

    private static String without(String text, String secret) {
        return secret.isEmpty() ? text : text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
