package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of a Kinesis data stream.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">AWS: Kinesis events</a>
 */
public final class KinesisRecord {
    private final byte[] data;
    private final String partitionKey;
    private final String sequenceNumber;
    private final @Nullable Instant arrivalTime;
    private final String eventId;
    private final String streamArn;

    /**
     * Made by the runtime, and by tests of handlers.
     *
     * @param data copied
     * @param partitionKey as the producer gave it
     * @param sequenceNumber orders the records of a shard
     * @param arrivalTime when the stream took it, null if it did not say
     * @param eventId shard and sequence number
     * @param streamArn the stream it came from
     */
    public KinesisRecord(
            byte[] data,
            String partitionKey,
            String sequenceNumber,
            @Nullable Instant arrivalTime,
            String eventId,
            String streamArn) {
        this.data = data.clone();
        this.partitionKey = partitionKey;
        this.sequenceNumber = sequenceNumber;
        this.arrivalTime = arrivalTime;
        this.eventId = eventId;
        this.streamArn = streamArn;
    }

    /**
     * What the producer put there.
     *
     * @return a copy, decoded
     */
    public byte[] data() {
        return data.clone();
    }

    /**
     * The data as UTF-8 text.
     *
     * @return the text
     */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }

    /**
     * The key that chose the shard.
     *
     * @return as the producer gave it
     */
    public String partitionKey() {
        return partitionKey;
    }

    /**
     * Orders the records of a shard.
     *
     * @return a decimal number
     */
    public String sequenceNumber() {
        return sequenceNumber;
    }

    /**
     * When the stream took the record, approximately.
     *
     * @return null if the event does not say
     */
    public @Nullable Instant arrivalTime() {
        return arrivalTime;
    }

    /**
     * Shard and sequence number.
     *
     * @return such as {@code shardId-000000000006:4959}
     */
    public String eventId() {
        return eventId;
    }

    /**
     * The stream it came from.
     *
     * @return its ARN
     */
    public String streamArn() {
        return streamArn;
    }

    @Override
    public String toString() {
        return "KinesisRecord[" + eventId + "]";
    }
}
