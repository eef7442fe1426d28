package io.lambdamaven.plugin.stage;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a stage reaches AWS, and as whom.
 *
 * @param profile a profile of AWS's configuration files, null for the default chain
 * @param serverId the server of Maven's settings that holds a pair of keys, null for none
 * @param role assumed with those credentials, null for none
 * @param endpoint instead of AWS, for every service; null for AWS
 * @param endpoints instead of AWS or {@code endpoint}, for single services
 * @param fips whether endpoints with validated cryptography are used
 * @param dualstack whether endpoints that also speak IPv6 are used
 * @param probe whether new versions are asked if they start
 * @param lockTimeout how long to wait for another deploy
 */
public record Connection(
        @Nullable String profile,
        @Nullable String serverId,
        @Nullable AssumedRole role,
        @Nullable URI endpoint,
        SortedMap<String, URI> endpoints,
        boolean fips,
        boolean dualstack,
        ProbeMode probe,
        Duration lockTimeout) {
    public Connection {
        endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
    }

    /**
     * A role to work as.
     *
     * @param externalId what its trust policy asks for, null for nothing
     * @param sessionName how the deployer is called in AWS's records, null for the usual name
     * @param duration how long one login lasts, null for what AWS gives
     * @param mfaSerial the device whose code is needed, null for none
     */
    public record AssumedRole(
            String arn,
            @Nullable String externalId,
            @Nullable String sessionName,
            @Nullable Duration duration,
            @Nullable String mfaSerial) {}

    /** Whether functions are deployed to something other than AWS, which need not be able to run Java. */
    public boolean asksNewVersions() {
        return probe.asks(endpoint != null || endpoints.containsKey("lambda"));
    }
}
