package io.lambdamaven.plugin.plan.resource;

import io.lambdamaven.plugin.plan.resource.HttpStage.AccessLog;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a REST API, with the deployment of the API that it serves.
 *
 * @param stageName the first part of the path of every URL
 * @param definition the digest of the API as it was deployed; empty for a deployment of somebody else
 * @param methods by HTTP method and path; under {@link #ALL} what counts for the others
 * @param after what has to be there first besides the API: the statement that lets it in, a log group
 */
public record RestStage(
        String apiName,
        String stageName,
        String definition,
        SortedMap<String, MethodSettings> methods,
        @Nullable AccessLog accessLog,
        boolean tracing,
        @Nullable String clientCertificateId,
        Map<String, String> tags,
        List<ResourceId> after)
        implements Resource {
    /** Stands for every method. */
    public static final String ALL = "*";

    /**
     * What is set for a method.
     *
     * @param throttling null for the account's limits
     * @param logLevel {@code ERROR} or {@code INFO}, null for no execution log
     * @param dataTrace whether the execution log has whole requests and answers
     */
    public record MethodSettings(
            @Nullable Throttling throttling,
            boolean detailedMetrics,
            @Nullable String logLevel,
            boolean dataTrace) {
        /** Nothing is set. */
        public static final MethodSettings USUAL = new MethodSettings(null, false, null, false);

        private String text() {
            List<String> parts = new ArrayList<>();
            if (throttling != null) {
                parts.add(throttling.text());
            }
            if (detailedMetrics) {
                parts.add("detailedMetrics");
            }
            if (logLevel != null) {
                parts.add("logLevel " + logLevel);
            }
            if (dataTrace) {
                parts.add("dataTrace");
            }
            return String.join(" ", parts);
        }
    }

    public RestStage {
        TreeMap<String, MethodSettings> set = new TreeMap<>(methods);
        set.values().removeIf(MethodSettings.USUAL::equals);
        methods = Collections.unmodifiableSortedMap(set);
        tags = Map.copyOf(tags);
        after = List.copyOf(after);
    }

    @Override
    public ResourceId id() {
        return id(apiName, stageName);
    }

    /** The id of a stage of an API. */
    public static ResourceId id(String apiName, String stageName) {
        return new ResourceId(ResourceType.REST_STAGE, apiName + "/" + stageName);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes()
                .put("definition", definition)
                .put("accessLog.destination", accessLog == null ? null : accessLog.destination())
                .put("accessLog.format", accessLog == null ? null : accessLog.format())
                .put("tracing", tracing ? "true" : null)
                .put("clientCertificate", clientCertificateId)
                .put("tags", tags);
        return attributes.putEach("methods", methods, MethodSettings::text).toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("accessLog.destination", "accessLog.format", "clientCertificate", "methods", "tracing");
    }

    @Override
    public List<ResourceId> dependsOn() {
        List<ResourceId> needed = new ArrayList<>(List.of(RestApi.id(apiName)));
        needed.addAll(after);
        return List.copyOf(needed);
    }
}
