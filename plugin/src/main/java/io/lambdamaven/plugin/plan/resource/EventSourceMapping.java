package io.lambdamaven.plugin.plan.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What polls a queue, stream or broker for the alias. Its identity is the pair of alias and source. */
public record EventSourceMapping(
        String functionName,
        String alias,
        MappedSource source,
        @Nullable Integer batchSize,
        @Nullable Integer batchingWindow,
        @Nullable Integer maximumConcurrency,
        @Nullable Boolean reportBatchItemFailures,
        @Nullable Boolean enabled,
        Reading reading,
        Map<String, String> tags)
        implements Resource {
    private static final Set<String> ONLY_WHEN_NEW =
            Set.of("startingPosition", "startingPositionTimestamp", "consumerGroup");

    public EventSourceMapping {
        tags = Map.copyOf(tags);
    }

    /** Of a queue without filters. */
    public EventSourceMapping(
            String functionName,
            String alias,
            String eventSourceArn,
            @Nullable Integer batchSize,
            @Nullable Integer batchingWindow,
            @Nullable Integer maximumConcurrency,
            @Nullable Boolean reportBatchItemFailures,
            @Nullable Boolean enabled,
            Map<String, String> tags) {
        this(
                functionName,
                alias,
                MappedSource.of(eventSourceArn),
                batchSize,
                batchingWindow,
                maximumConcurrency,
                reportBatchItemFailures,
                enabled,
                Reading.PLAIN,
                tags);
    }

    /** The mapping between a source and an alias. */
    public static ResourceId id(String functionName, String alias, MappedSource source) {
        return new ResourceId(ResourceType.EVENT_SOURCE_MAPPING, source + " -> " + functionName + ":" + alias);
    }

    @Override
    public ResourceId id() {
        return id(functionName, alias, source);
    }

    /** The source's ARN; of a Kafka cluster of one's own, its brokers. */
    public String eventSourceArn() {
        return source.at();
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("batchSize", batchSize)
                .put("batchingWindow", batchingWindow)
                .put("maximumConcurrency", maximumConcurrency)
                .put("reportBatchItemFailures", reportBatchItemFailures)
                .put("enabled", enabled)
                .put("startingPosition", reading.startingPosition())
                .put("startingPositionTimestamp", reading.startingTimestamp())
                .put("parallelizationFactor", reading.parallelizationFactor())
                .put("maximumRetryAttempts", reading.maximumRetryAttempts())
                .put("maximumRecordAge", reading.maximumRecordAge())
                .put("bisectBatchOnError", reading.bisectBatchOnError())
                .put("tumblingWindow", reading.tumblingWindow())
                .put("onFailure", reading.onFailure())
                .put("filters", reading.filters())
                .put("access", reading.access())
                .put("consumerGroup", reading.consumerGroup())
                .put("fullDocument", reading.fullDocument())
                .put("tags", tags)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("maximumConcurrency", "onFailure");
    }

    @Override
    public Set<String> onlyWhenNew() {
        return ONLY_WHEN_NEW;
    }

    @Override
    public List<ResourceId> dependsOn() {
        List<ResourceId> all = new ArrayList<>(List.of(Alias.id(functionName, alias)));
        all.addAll(Source.idsOf(source.at()));
        if (reading.onFailure() != null) {
            all.addAll(Source.idsOf(reading.onFailure()));
        }
        return all;
    }
}
