package io.lambdamaven.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object that an S3 notification speaks of.
 *
 * @param bucket the bucket's name
 * @param key the object's key, decoded
 * @param size bytes; 0 where S3 says none, as for a removed object
 * @param eTag the entity tag, null for a removed object
 * @param versionId the version, null unless the bucket is versioned
 * @param sequencer orders the events of one key: compare as hexadecimal strings, the shorter one padded with zeros to
 *     the right; null for a few event types
 * @param eventName what happened, such as {@code ObjectCreated:Put}
 * @param region the bucket's region
 * @param eventTime when S3 finished the request, null if it did not say
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">AWS: event
 *     message structure</a>
 */
public record S3Object(
        String bucket,
        String key,
        long size,
        @Nullable String eTag,
        @Nullable String versionId,
        @Nullable String sequencer,
        String eventName,
        String region,
        @Nullable Instant eventTime) {}
