package io.lambdamaven.annotation;

/** Where Lambda begins to read a stream or topic. */
public enum StartingPosition {
    /** Records that come after the mapping was made. */
    LATEST,
    /** The oldest record that is still there. */
    TRIM_HORIZON,
    /** The first record from {@code startingPositionTimestamp} on; Kinesis and Kafka only. */
    AT_TIMESTAMP
}
