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

    private static final String ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

    private final @Nullable Credentials fixed;
    private final boolean none;
    private final ContainerEndpoint endpoint;
    private final Clock clock;
    private @Nullable Credentials kept;

    CredentialSource(Map<String, String> environment, Clock clock) {
        this.fixed = fixed(environment);
        this.endpoint = new ContainerEndpoint(environment);
        this.none = !environment.containsKey(ID) && !environment.containsKey(SECRET) && !endpoint.isNamed();
        this.clock = clock;
    }

    /** Whether nothing says where credentials are. */
    boolean isNone() {
        return none;
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

    synchronized void forget() {
        kept = null;
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
        String id = environment.get(ID);
        String secret = environment.get(SECRET);
        if (id == null || id.isEmpty() || secret == null || secret.isEmpty()) {
            return null;
        }
        String token = environment.get("AWS_SESSION_TOKEN");
        return new Credentials(id, secret, token == null || token.isEmpty() ? null : token, null);
    }
}
