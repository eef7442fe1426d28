package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.EndPointType;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.SourceAccessConfiguration;

/** A mapping as Lambda describes it. */
final class MappingAnswers {
    private static final Set<String> ON = Set.of("Enabled", "Enabling", "Creating");
    private static final String VIRTUAL_HOST = "VIRTUAL_HOST";

    private MappingAnswers() {}

    /** What it reads; null for something that we do not make. */
    static @Nullable MappedSource source(EventSourceMappingConfiguration found) {
        if (found.eventSourceArn() == null && found.selfManagedEventSource() == null) {
            return null;
        }
        MappedSource source = found.eventSourceArn() != null
                ? MappedSource.of(found.eventSourceArn())
                : MappedSource.brokers(found.selfManagedEventSource()
                        .endpoints()
                        .getOrDefault(EndPointType.KAFKA_BOOTSTRAP_SERVERS, List.of()));
        for (String topic : found.topics()) {
            source = source.with(MappedSource.TOPIC, topic);
        }
        for (String queue : found.queues()) {
            source = source.with(MappedSource.QUEUE, queue);
        }
        for (SourceAccessConfiguration access : found.sourceAccessConfigurations()) {
            if (VIRTUAL_HOST.equals(access.typeAsString())) {
                source = source.with(MappedSource.VIRTUAL_HOST, access.uri());
            }
        }
        if (found.documentDBEventSourceConfig() != null) {
            source = source.with(
                            MappedSource.DATABASE,
                            text(found.documentDBEventSourceConfig().databaseName()))
                    .with(
                            MappedSource.COLLECTION,
                            text(found.documentDBEventSourceConfig().collectionName()));
        }
        return source;
    }

    static EventSourceMapping read(
            EventSourceMappingConfiguration found,
            String function,
            String alias,
            MappedSource source,
            Map<String, String> tags) {
        boolean queue = source.service().equals("sqs");
        return new EventSourceMapping(
                function,
                alias,
                source,
                found.batchSize(),
                queue ? found.maximumBatchingWindowInSeconds() : or(found.maximumBatchingWindowInSeconds(), 0),
                found.scalingConfig() == null ? null : found.scalingConfig().maximumConcurrency(),
                found.functionResponseTypes().contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES),
                ON.contains(String.valueOf(found.state())),
                reading(found, MappingRequests.hasShards(source)),
                tags);
    }

    /** What has shards may leave out what was never said: that is Lambda's own value, for records without end. */
    private static Reading reading(EventSourceMappingConfiguration found, boolean shards) {
        TreeMap<String, String> access = new TreeMap<>();
        for (SourceAccessConfiguration each : found.sourceAccessConfigurations()) {
            if (!VIRTUAL_HOST.equals(each.typeAsString())) {
                access.put(each.typeAsString(), each.uri());
            }
        }
        boolean destination =
                found.destinationConfig() != null && found.destinationConfig().onFailure() != null;
        return new Reading(
                found.startingPositionAsString(),
                found.startingPositionTimestamp() == null
                        ? null
                        : found.startingPositionTimestamp().toString(),
                shards ? or(found.parallelizationFactor(), 1) : null,
                shards ? or(found.maximumRetryAttempts(), -1) : null,
                shards ? or(found.maximumRecordAgeInSeconds(), -1) : null,
                shards ? Boolean.TRUE.equals(found.bisectBatchOnFunctionError()) : null,
                shards ? or(found.tumblingWindowInSeconds(), 0) : null,
                destination ? found.destinationConfig().onFailure().destination() : null,
                found.filterCriteria() == null
                        ? List.of()
                        : found.filterCriteria().filters().stream()
                                .map(Filter::pattern)
                                .toList(),
                access,
                group(found),
                found.documentDBEventSourceConfig() == null
                                || found.documentDBEventSourceConfig().fullDocument() == null
                        ? null
                        : found.documentDBEventSourceConfig().fullDocument().name());
    }

    private static @Nullable String group(EventSourceMappingConfiguration found) {
        if (found.amazonManagedKafkaEventSourceConfig() != null) {
            return found.amazonManagedKafkaEventSourceConfig().consumerGroupId();
        }
        return found.selfManagedKafkaEventSourceConfig() == null
                ? null
                : found.selfManagedKafkaEventSourceConfig().consumerGroupId();
    }

    private static Integer or(@Nullable Integer value, int otherwise) {
        return value == null ? Integer.valueOf(otherwise) : value;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
