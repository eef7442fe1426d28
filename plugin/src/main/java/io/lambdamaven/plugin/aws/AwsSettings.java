package io.lambdamaven.plugin.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which AWS to talk to.
 *
 * @param region null for what the SDK's default chain finds
 * @param profile a profile of the AWS configuration files, null for the default chain
 * @param endpoint an emulator instead of AWS, null for AWS
 * @param codeBucket where jars over the direct upload limit go, null for none
 * @param probe whether a new version is asked if it starts before traffic moves to it
 * @param lockTimeout how long to wait for another deploy of the same stage
 */
public record AwsSettings(
        @Nullable String region,
        @Nullable String profile,
        @Nullable URI endpoint,
        @Nullable String codeBucket,
        boolean probe,
        Duration lockTimeout) {
    /** How long a deploy usually waits for another one of the same stage. */
    public static final Duration LOCK_TIMEOUT = Duration.ofMinutes(5);

    /** Waits as long as usual for other deploys. */
    public AwsSettings(
            @Nullable String region,
            @Nullable String profile,
            @Nullable URI endpoint,
            @Nullable String codeBucket,
            boolean probe) {
        this(region, profile, endpoint, codeBucket, probe, LOCK_TIMEOUT);
    }

    /** Asks new versions on AWS, but not on an emulator, which need not be able to run Java. */
    public AwsSettings(
            @Nullable String region, @Nullable String profile, @Nullable URI endpoint, @Nullable String codeBucket) {
        this(region, profile, endpoint, codeBucket, endpoint == null);
    }

    /** Whether an emulator stands in for AWS. */
    boolean emulated() {
        return endpoint != null;
    }

    /** How messages name what is talked to. */
    String target() {
        return endpoint == null ? "AWS" : endpoint.toString();
    }
}
