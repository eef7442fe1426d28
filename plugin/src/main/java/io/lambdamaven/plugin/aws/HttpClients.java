package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.aws.Reach.HttpProxy;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/** The connection pool to AWS, through a proxy where there is one. */
final class HttpClients {
    /** What the JVM never sends to a proxy either. */
    private static final String LOOPBACK = "localhost|127.*|[::1]";

    private HttpClients() {}

    static SdkHttpClient of(@Nullable HttpProxy proxy) {
        ApacheHttpClient.Builder builder = ApacheHttpClient.builder()
                .maxConnections(50)
                .connectionTimeout(Duration.ofSeconds(10))
                // Longer than the longest synchronous invocation.
                .socketTimeout(Duration.ofMinutes(16));
        if (proxy != null) {
            builder.proxyConfiguration(configuration(proxy));
        }
        return builder.build();
    }

    private static ProxyConfiguration configuration(HttpProxy proxy) {
        ProxyConfiguration.Builder builder = ProxyConfiguration.builder()
                .endpoint(URI.create("http://" + proxy.host() + ":" + proxy.port()))
                .nonProxyHosts(patterns(proxy.notFor()))
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false);
        if (proxy.user() != null) {
            builder.username(proxy.user()).password(proxy.password() == null ? "" : proxy.password());
        }
        return builder.build();
    }

    /** The SDK takes expressions that match lower-case names of hosts. */
    static Set<String> patterns(@Nullable String notFor) {
        Set<String> patterns = new TreeSet<>();
        String all = notFor == null ? LOOPBACK : notFor + "|" + LOOPBACK;
        for (String host : all.split("[|,\\s]+", -1)) {
            if (!host.isEmpty()) {
                patterns.add(Pattern.quote(host.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q"));
            }
        }
        return patterns;
    }
}
