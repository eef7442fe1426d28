package io.lambdamaven.plugin.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a function's HTTP routes hang on somebody's Application Load Balancer.
 *
 * @param listener the listener's ARN
 * @param priority of the rule, null for one that is free
 * @param hosts patterns of host names, none for any
 * @param paths patterns of paths, none for those of the routes
 * @param healthCheck the path to ask, null for no health checks
 */
public record AlbSettings(
        String listener,
        @Nullable Integer priority,
        List<String> hosts,
        List<String> paths,
        boolean multiValueHeaders,
        @Nullable String healthCheck) {
    public AlbSettings {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
    }
}
