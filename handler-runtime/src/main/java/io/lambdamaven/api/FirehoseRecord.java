package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way through a Firehose stream or into a Kinesis Data Analytics application.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html">AWS: transform source data</a>
 */
public final class FirehoseRecord {
    private final String recordId;
    private final byte[] data;
    private final @Nullable Instant arrivalTime;
    private final @Nullable String partitionKey;
    private final @Nullable String sequenceNumber;
    private final String streamArn;

    /**
     * Made by the runtime, and by tests of handlers.
     *
     * @param recordId of this invocation
     * @param data copied
     * @param arrivalTime null if the event does not say
     * @param partitionKey of a record that came from a Kinesis stream, else null
     * @param sequenceNumber of a record that came from a Kinesis stream, else null
     * @param streamArn the stream, or the application
     */
    public FirehoseRecord(
            String recordId,
            byte[] data,
            @Nullable Instant arrivalTime,
            @Nullable String partitionKey,
            @Nullable String sequenceNumber,
            String streamArn) {
        this.recordId = recordId;
        this.data = data.clone();
        this.arrivalTime = arrivalTime;
        this.partitionKey = partitionKey;
        this.sequenceNumber = sequenceNumber;
        this.streamArn = streamArn;
    }

    /**
     * The record's id; the runtime puts it into the answer by itself.
     *
     * @return of this invocation
     */
    public String recordId() {
        return recordId;
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
     * When the stream took the record, approximately.
     *
     * @return null if the event does not say
     */
    public @Nullable Instant arrivalTime() {
        return arrivalTime;
    }

    /**
     * The partition key of the Kinesis stream that the record came from.
     *
     * @return null if it came from elsewhere
     */
    public @Nullable String partitionKey() {
        return partitionKey;
    }

    /**
     * The sequence number of the Kinesis stream that the record came from.
     *
     * @return null if it came from elsewhere
     */
    public @Nullable String sequenceNumber() {
        return sequenceNumber;
    }

    /**
     * The Firehose stream, or the application.
     *
     * @return its ARN
     */
    public String streamArn() {
        return streamArn;
    }

    @Override
    public String toString() {
        return "FirehoseRecord[" + recordId + "]";
    }
}
