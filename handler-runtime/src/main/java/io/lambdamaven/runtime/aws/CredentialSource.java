package io.lambdamaven.runtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the function's role: from the environment, or (with SnapStart, whose snapshot must not hold any)
 * from the endpoint that Lambda names there, kept until shortly before they end.
 */
final class CredentialSource {
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final @Nullable Credentials fixed;
    private final ContainerEndpoint endpoint;
    private final Clock clock;
    private @Nullable Credentials kept;

    CredentialSource(Map<String, String> environment, Clock clock) {
        this.fixed = fixed(environment);
        this.endpoint = new ContainerEndpoint(environment);
        this.clock = clock;
    }

    Credentials get(Deadline deadline) {
        return fixed == null ? fetched(deadline) : fixed;
    }

    /** Drops what AWS says has ended. False if there are no others to be had. */
    synchronized boolean renew(Credentials ended) {
        if (fixed != null) {
            return false;
        }
        if (ended.equals(kept)) {
            kept = null;
        }
        return true;
    }

    private synchronized Credentials fetched(Deadline deadline) {
        Instant now = clock.instant();
        Credentials have = kept;
        if (have != null && have.isGood(now.plus(EARLY))) {
            return have;
        }
        try {
            Credentials fresh = endpoint.fetch(deadline);
            kept = fresh;
            return fresh;
        } catch (AwsException e) {
            if (have != null && have.isGood(now)) {
                return have;
            }
            throw e;
        }
    }

    private static @Nullable Credentials fixed(Map<String, String> environment) {
        String id = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (id == null || id.isEmpty() || secret == null || secret.isEmpty()) {
            return null;
        }
        String token = environment.get("AWS_SESSION_TOKEN");
        return new Credentials(id, secret, token == null || token.isEmpty() ? null : token, null);
    }
}
