package io.lambdamaven.plugin.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which AWS to talk to, and as whom.
 *
 * @param region null for what the SDK's default chain finds
 * @param codeBucket where jars over the direct upload limit go, null for none
 * @param probe whether a new version is asked if it starts before traffic moves to it
 * @param lockTimeout how long to wait for another deploy of the same stage
 */
public record AwsSettings(
        @Nullable String region,
        Access access,
        Reach reach,
        @Nullable String codeBucket,
        boolean probe,
        Duration lockTimeout) {
    /** How long a deploy usually waits for another one of the same stage. */
    public static final Duration LOCK_TIMEOUT = Duration.ofMinutes(5);

    /** With a profile or the default chain, to one endpoint or AWS; waits as long as usual for other deploys. */
    public AwsSettings(
            @Nullable String region,
            @Nullable String profile,
            @Nullable URI endpoint,
            @Nullable String codeBucket,
            boolean probe) {
        this(region, Access.by(profile), Reach.of(endpoint), codeBucket, probe, LOCK_TIMEOUT);
    }

    /** Asks new versions on AWS, but not on an emulator, which need not be able to run Java. */
    public AwsSettings(
            @Nullable String region, @Nullable String profile, @Nullable URI endpoint, @Nullable String codeBucket) {
        this(region, profile, endpoint, codeBucket, endpoint == null);
    }

    /** A profile of the AWS configuration files, null for the default chain. */
    @Nullable
    String profile() {
        return access.profile();
    }

    /** Whether an emulator stands in for AWS. */
    boolean emulated() {
        return reach.endpoint() != null;
    }

    /** How messages name what is talked to. */
    String target() {
        return reach.endpoint() == null ? "AWS" : reach.endpoint().toString();
    }
}
