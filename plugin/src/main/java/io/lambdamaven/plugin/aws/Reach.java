package io.lambdamaven.plugin.aws;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where AWS is, and the way there.
 *
 * @param endpoint an emulator instead of AWS, null for AWS
 * @param endpoints the same for single services, by the names of the SDK's modules; they come first
 * @param fips whether AWS's endpoints are those with validated cryptography
 * @param dualstack whether AWS's endpoints are those that also speak IPv6
 * @param proxy on the way to all of them, null for what the JVM's properties and the environment say
 */
public record Reach(
        @Nullable URI endpoint,
        SortedMap<String, URI> endpoints,
        boolean fips,
        boolean dualstack,
        @Nullable HttpProxy proxy) {
    public Reach {
        endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
    }

    /** One endpoint for everything, or AWS where it is null. */
    static Reach of(@Nullable URI endpoint) {
        return new Reach(endpoint, new TreeMap<>(Map.of()), false, false, null);
    }

    /** What stands in for a service; null for AWS itself. */
    @Nullable
    URI instead(String service) {
        return endpoints.getOrDefault(service, endpoint);
    }

    /**
     * A proxy.
     *
     * @param user null where it asks for none
     * @param notFor hosts that are reached without it, as Maven writes them: joined by {@code |}, with {@code *}
     */
    public record HttpProxy(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String notFor) {
        @Override
        public String toString() {
            return "HttpProxy[" + host + ":" + port + "]";
        }
    }
}
