package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What becomes of a record of a Firehose stream.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html">AWS: required
 *     parameters</a>
 */
public final class FirehoseResult {
    /** As Firehose names them. */
    public enum Status {
        /** Goes on, changed or not. */
        OK,
        /** Left out on purpose. */
        DROPPED,
        /** Could not be transformed: Firehose puts the record aside. */
        PROCESSING_FAILED
    }

    private static final FirehoseResult DROPPED = new FirehoseResult(Status.DROPPED, new byte[0], Map.of());
    private static final FirehoseResult FAILED = new FirehoseResult(Status.PROCESSING_FAILED, new byte[0], Map.of());

    private final Status status;
    private final byte[] data;
    private final Map<String, String> partitionKeys;

    private FirehoseResult(Status status, byte[] data, Map<String, String> partitionKeys) {
        this.status = status;
        this.data = data;
        this.partitionKeys = partitionKeys;
    }

    /**
     * The record goes on with this data.
     *
     * @param data copied
     * @return the result
     */
    public static FirehoseResult ok(byte[] data) {
        return ok(data, Map.of());
    }

    /**
     * The record goes on with this text.
     *
     * @param data sent as UTF-8
     * @return the result
     */
    public static FirehoseResult ok(String data) {
        return ok(data.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The record goes on with this data, into the place that the keys choose.
     *
     * @param data copied
     * @param partitionKeys for dynamic partitioning, copied
     * @return the result
     * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html">AWS: dynamic
     *     partitioning</a>
     */
    public static FirehoseResult ok(byte[] data, Map<String, String> partitionKeys) {
        return new FirehoseResult(Status.OK, data.clone(), Map.copyOf(partitionKeys));
    }

    /**
     * The record is left out.
     *
     * @return the result
     */
    public static FirehoseResult dropped() {
        return DROPPED;
    }

    /**
     * The record could not be transformed.
     *
     * @return the result
     */
    public static FirehoseResult failed() {
        return FAILED;
    }

    /**
     * What becomes of the record.
     *
     * @return one of three
     */
    public Status status() {
        return status;
    }

    /**
     * The new data.
     *
     * @return a copy, empty unless the record goes on
     */
    public byte[] data() {
        return data.clone();
    }

    /**
     * The keys for dynamic partitioning.
     *
     * @return unmodifiable, often empty
     */
    public Map<String, String> partitionKeys() {
        return partitionKeys;
    }
}
