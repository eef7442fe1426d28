package io.lambdamaven.plugin.plan.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code $default} of an HTTP API.
 *
 * @param accessLog where each request is told, or null for nowhere
 * @param defaults for routes without settings of their own
 * @param routes settings by route key; each has all of its settings, since API Gateway takes none from the defaults then
 * @param logGroup the log group that has to be there first, or null
 */
public record HttpStage(
        String apiName,
        @Nullable AccessLog accessLog,
        RouteSettings defaults,
        SortedMap<String, RouteSettings> routes,
        @Nullable ResourceId logGroup,
        Map<String, String> tags)
        implements Resource {
    /**
     * Where and how requests are told.
     *
     * @param destination ARN of a log group or a delivery stream
     */
    public record AccessLog(String destination, String format) {}

    /**
     * What is set for a route.
     *
     * @param throttling null for the account's limits
     */
    public record RouteSettings(@Nullable Throttling throttling, boolean detailedMetrics) {
        /** Nothing is set. */
        public static final RouteSettings USUAL = new RouteSettings(null, false);

        private String text() {
            return (throttling == null ? "" : throttling.text()) + (detailedMetrics ? " detailedMetrics" : "");
        }
    }

    /**
     * How many requests are let through.
     *
     * @param burstLimit requests at once
     * @param rateLimit requests a second
     */
    public record Throttling(int burstLimit, double rateLimit) {
        String text() {
            return "burstLimit " + burstLimit + " rateLimit " + rate();
        }

        /** The rate without digits that say nothing. */
        public String rate() {
            return plain(rateLimit);
        }
    }

    public HttpStage {
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(apiName);
    }

    /** The id of the stage of an API. */
    public static ResourceId id(String apiName) {
        return new ResourceId(ResourceType.HTTP_STAGE, apiName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Throttling throttling = defaults.throttling();
        Attributes attributes = new Attributes()
                .put("accessLog.destination", accessLog == null ? null : accessLog.destination())
                .put("accessLog.format", accessLog == null ? null : accessLog.format())
                .put("throttling.burstLimit", throttling == null ? null : throttling.burstLimit())
                .put("throttling.rateLimit", throttling == null ? null : plain(throttling.rateLimit()))
                .put("detailedMetrics", defaults.detailedMetrics() ? "true" : null)
                .put("tags", tags);
        return attributes
                .putEach("routes", routes, settings -> settings.text().strip())
                .toMap();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of(
                "accessLog.destination",
                "accessLog.format",
                "detailedMetrics",
                "routes",
                "throttling.burstLimit",
                "throttling.rateLimit");
    }

    @Override
    public List<ResourceId> dependsOn() {
        List<ResourceId> needed = new ArrayList<>(List.of(HttpApi.id(apiName)));
        routes.keySet().forEach(key -> needed.add(HttpRoute.id(apiName, key)));
        if (logGroup != null) {
            needed.add(logGroup);
        }
        return List.copyOf(needed);
    }
}
