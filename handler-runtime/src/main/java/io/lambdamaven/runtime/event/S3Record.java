package io.lambdamaven.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * A record of an S3 notification.
 *
 * @param key decoded
 * @param rawKey as the record has it
 */
public record S3Record(
        String bucket,
        String key,
        String rawKey,
        long size,
        @Nullable String eTag,
        @Nullable String versionId,
        @Nullable String sequencer,
        String eventName,
        String region,
        @Nullable String eventTime) {}
