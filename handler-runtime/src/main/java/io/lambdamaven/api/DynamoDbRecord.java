package io.lambdamaven.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item of a DynamoDB table.
 *
 * <p>Keys and images are plain values: {@code String} (binary ones in base64), {@code BigDecimal}, {@code Boolean}, null,
 * {@code List} (of sets too) and {@code Map}.
 *
 * @param eventId unique among the records of the stream
 * @param eventName {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param keys the item's key
 * @param newImage the item as it is now; empty where it was removed or the stream does not carry it
 * @param oldImage the item as it was; empty where it is new or the stream does not carry it
 * @param sequenceNumber orders the records of a shard
 * @param approximateCreationTime when the item changed, to the second; null if the stream did not say
 * @param streamViewType which images the stream carries, such as {@code NEW_AND_OLD_IMAGES}
 * @param principalId who removed the item, where DynamoDB did it by itself; else null
 * @param streamArn the stream it came from
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">AWS: Record</a>
 */
public record DynamoDbRecord(
        String eventId,
        String eventName,
        Map<String, @Nullable Object> keys,
        Map<String, @Nullable Object> newImage,
        Map<String, @Nullable Object> oldImage,
        String sequenceNumber,
        @Nullable Instant approximateCreationTime,
        String streamViewType,
        @Nullable String principalId,
        String streamArn) {
    /** Copies the maps. */
    public DynamoDbRecord {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        newImage = Collections.unmodifiableMap(new LinkedHashMap<>(newImage));
        oldImage = Collections.unmodifiableMap(new LinkedHashMap<>(oldImage));
    }

    /**
     * Whether DynamoDB removed the item because its time to live was over.
     *
     * @return false for items that somebody removed
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html">AWS:
     *     streams and time to live</a>
     */
    public boolean isExpiry() {
        return eventName.equals("REMOVE") && "dynamodb.amazonaws.com".equals(principalId);
    }
}
