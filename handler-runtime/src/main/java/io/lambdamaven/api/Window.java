package io.lambdamaven.api;

import java.time.Instant;

/**
 * A tumbling window of a stream: its records arrive in several calls, of which the last one is final.
 *
 * @param start its first moment
 * @param end the moment after its last
 * @param shardId the shard whose records these are
 * @param streamArn the stream
 * @param isFinal whether this is the window's last call; it may come without records
 * @param isTerminatedEarly whether the window ends early because the state grew over 1 MB
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">AWS: tumbling windows</a>
 */
public record Window(
        Instant start, Instant end, String shardId, String streamArn, boolean isFinal, boolean isTerminatedEarly) {}
