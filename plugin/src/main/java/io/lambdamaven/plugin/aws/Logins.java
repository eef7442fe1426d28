package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.aws.Access.AssumedRole;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Roles that this run has assumed, so that each is assumed once however many goals and modules need it. */
public final class Logins {
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final Map<Key, Login> logins = new HashMap<>();

    /** Who assumed what, and where. */
    record Key(
            AssumedRole role, String accessKeyId, @Nullable URI endpoint) {}

    /** What it gave, and until when. */
    record Login(AwsSessionCredentials credentials, Instant end) {
        boolean lasts() {
            return Instant.now().plus(SPARE).isBefore(end);
        }
    }

    /** What was got before as long as it lasts, else a new one. Nobody is asked for two codes at once. */
    synchronized Login get(Key key, Supplier<Login> login) {
        Login known = logins.get(key);
        if (known == null || !known.lasts()) {
            known = login.get();
            logins.put(key, known);
        }
        return known;
    }
}
