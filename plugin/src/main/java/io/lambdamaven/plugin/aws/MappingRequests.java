package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DocumentDBEventSourceConfig;
import software.amazon.awssdk.services.lambda.model.EndPointType;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.lambda.model.FullDocument;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;
import software.amazon.awssdk.services.lambda.model.SourceAccessConfiguration;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;

/** What Lambda is told about a mapping: to each source only what it knows. */
final class MappingRequests {
    private static final Set<String> SHARDS = Set.of("dynamodb", "kinesis");
    private static final Set<String> WITH_PARTIAL_ANSWERS = Set.of("sqs", "dynamodb", "kinesis", "kafka");
    private static final Set<String> WITH_DESTINATION = Set.of("dynamodb", "kinesis", "kafka");
    private static final String VIRTUAL_HOST = "VIRTUAL_HOST";

    private MappingRequests() {}

    /** Whether the source has shards, and so windows, retries and ages. */
    static boolean hasShards(MappedSource source) {
        return SHARDS.contains(source.service());
    }

    /** @param arn of the source as it is today; not looked at for a Kafka cluster of one's own */
    static CreateEventSourceMappingRequest create(EventSourceMapping wanted, String function, String arn) {
        MappedSource source = wanted.source();
        Reading reading = wanted.reading();
        CreateEventSourceMappingRequest.Builder request = CreateEventSourceMappingRequest.builder()
                .functionName(function)
                .batchSize(wanted.batchSize())
                .enabled(wanted.enabled())
                .tags(wanted.tags())
                .startingPosition(reading.startingPosition())
                .startingPositionTimestamp(
                        reading.startingTimestamp() == null ? null : Instant.parse(reading.startingTimestamp()))
                .parallelizationFactor(reading.parallelizationFactor())
                .maximumRetryAttempts(reading.maximumRetryAttempts())
                .maximumRecordAgeInSeconds(reading.maximumRecordAge())
                .bisectBatchOnFunctionError(reading.bisectBatchOnError())
                .tumblingWindowInSeconds(reading.tumblingWindow());
        if (source.hasBrokers()) {
            List<String> servers = List.of(source.at().split(",", -1));
            request.selfManagedEventSource(r -> r.endpoints(Map.of(EndPointType.KAFKA_BOOTSTRAP_SERVERS, servers)));
        } else {
            request.eventSourceArn(arn);
        }
        if (!isSlowByItself(source) || !Integer.valueOf(0).equals(wanted.batchingWindow())) {
            // Brokers and databases wait for half a second unless told otherwise, which then cannot be taken back.
            request.maximumBatchingWindowInSeconds(wanted.batchingWindow());
        }
        if (wanted.maximumConcurrency() != null) {
            request.scalingConfig(scaling(wanted));
        }
        if (WITH_PARTIAL_ANSWERS.contains(source.service())) {
            request.functionResponseTypes(responses(wanted));
        }
        if (reading.onFailure() != null) {
            request.destinationConfig(r -> r.onFailure(f -> f.destination(reading.onFailure())));
        }
        if (!reading.filters().isEmpty()) {
            request.filterCriteria(filters(reading));
        }
        if (!access(wanted).isEmpty()) {
            request.sourceAccessConfigurations(access(wanted));
        }
        if (source.parts().containsKey(MappedSource.TOPIC)) {
            request.topics(source.parts().get(MappedSource.TOPIC));
        }
        if (source.parts().containsKey(MappedSource.QUEUE)) {
            request.queues(source.parts().get(MappedSource.QUEUE));
        }
        if (source.parts().containsKey(MappedSource.DATABASE)) {
            request.documentDBEventSourceConfig(document(wanted));
        }
        if (reading.consumerGroup() != null && source.hasBrokers()) {
            request.selfManagedKafkaEventSourceConfig(r -> r.consumerGroupId(reading.consumerGroup()));
        } else if (reading.consumerGroup() != null) {
            request.amazonManagedKafkaEventSourceConfig(r -> r.consumerGroupId(reading.consumerGroup()));
        }
        return request.build();
    }

    /** What was taken away is said too: leaving it out means unchanged. */
    static UpdateEventSourceMappingRequest update(
            EventSourceMapping there, EventSourceMapping wanted, String function, String uuid) {
        MappedSource source = wanted.source();
        Reading reading = wanted.reading();
        UpdateEventSourceMappingRequest.Builder request = UpdateEventSourceMappingRequest.builder()
                .uuid(uuid)
                .functionName(function)
                .batchSize(wanted.batchSize())
                .enabled(wanted.enabled())
                .parallelizationFactor(reading.parallelizationFactor())
                .maximumRetryAttempts(reading.maximumRetryAttempts())
                .maximumRecordAgeInSeconds(reading.maximumRecordAge())
                .bisectBatchOnFunctionError(reading.bisectBatchOnError())
                .tumblingWindowInSeconds(reading.tumblingWindow());
        if (!isSlowByItself(source)
                || !String.valueOf(wanted.batchingWindow()).equals(String.valueOf(there.batchingWindow()))) {
            request.maximumBatchingWindowInSeconds(wanted.batchingWindow());
        }
        if (source.service().equals("sqs")) {
            request.scalingConfig(scaling(wanted));
        }
        if (WITH_PARTIAL_ANSWERS.contains(source.service())) {
            request.functionResponseTypes(responses(wanted));
        }
        if (WITH_DESTINATION.contains(source.service())) {
            request.destinationConfig(r -> r.onFailure(f -> f.destination(reading.onFailure())));
        }
        if (!reading.filters().equals(there.reading().filters())) {
            request.filterCriteria(filters(reading));
        }
        if (!reading.access().equals(there.reading().access())) {
            request.sourceAccessConfigurations(access(wanted));
        }
        if (source.parts().containsKey(MappedSource.DATABASE)) {
            request.documentDBEventSourceConfig(document(wanted));
        }
        return request.build();
    }

    private static boolean isSlowByItself(MappedSource source) {
        return !hasShards(source) && !source.service().equals("sqs");
    }

    private static ScalingConfig scaling(EventSourceMapping wanted) {
        return ScalingConfig.builder()
                .maximumConcurrency(wanted.maximumConcurrency())
                .build();
    }

    private static List<FunctionResponseType> responses(EventSourceMapping wanted) {
        return Boolean.TRUE.equals(wanted.reportBatchItemFailures())
                ? List.of(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                : List.of();
    }

    private static FilterCriteria filters(Reading reading) {
        return FilterCriteria.builder()
                .filters(reading.filters().stream()
                        .map(pattern -> Filter.builder().pattern(pattern).build())
                        .toList())
                .build();
    }

    private static List<SourceAccessConfiguration> access(EventSourceMapping wanted) {
        List<SourceAccessConfiguration> all = new ArrayList<>();
        wanted.reading().access().forEach((type, uri) -> all.add(entry(type, uri)));
        String host = wanted.source().parts().get(MappedSource.VIRTUAL_HOST);
        if (host != null) {
            all.add(entry(VIRTUAL_HOST, host));
        }
        return all;
    }

    private static SourceAccessConfiguration entry(String type, String uri) {
        return SourceAccessConfiguration.builder().type(type).uri(uri).build();
    }

    private static DocumentDBEventSourceConfig document(EventSourceMapping wanted) {
        String full = wanted.reading().fullDocument();
        return DocumentDBEventSourceConfig.builder()
                .databaseName(wanted.source().parts().get(MappedSource.DATABASE))
                .collectionName(wanted.source().parts().get(MappedSource.COLLECTION))
                .fullDocument(full == null ? null : FullDocument.valueOf(full.toUpperCase(Locale.ROOT)))
                .build();
    }
}
