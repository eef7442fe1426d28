package io.lambdamaven.plugin.plan.resource;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping reads streams, topics and brokers, beyond what queues know. What a source does not have is null.
 *
 * @param startingPosition {@code LATEST}, {@code TRIM_HORIZON} or {@code AT_TIMESTAMP}; counts for a new mapping only
 * @param startingTimestamp an instant such as {@code 2026-01-31T12:00:00Z}
 * @param maximumRetryAttempts -1 for as long as the record is kept
 * @param maximumRecordAge seconds, -1 for as long as the record is kept
 * @param tumblingWindow seconds, 0 for none
 * @param onFailure ARN of a queue, topic or bucket, or null for none
 * @param access what it takes to get in: {@code BASIC_AUTH} and its like with the ARN of a secret
 * @param consumerGroup counts for a new mapping only
 */
public record Reading(
        @Nullable String startingPosition,
        @Nullable String startingTimestamp,
        @Nullable Integer parallelizationFactor,
        @Nullable Integer maximumRetryAttempts,
        @Nullable Integer maximumRecordAge,
        @Nullable Boolean bisectBatchOnError,
        @Nullable Integer tumblingWindow,
        @Nullable String onFailure,
        List<String> filters,
        SortedMap<String, String> access,
        @Nullable String consumerGroup,
        @Nullable String fullDocument) {
    /** Of a queue without filters. */
    public static final Reading PLAIN =
            new Reading(null, null, null, null, null, null, null, null, List.of(), new TreeMap<>(), null, null);

    public Reading {
        filters = filters.stream().sorted().toList();
        access = Collections.unmodifiableSortedMap(new TreeMap<>(access));
    }
}
