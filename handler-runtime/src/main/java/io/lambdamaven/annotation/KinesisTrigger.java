package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with records of a Kinesis data stream, which Lambda reads shard by shard.
 *
 * <p>With a parameter of type {@code KinesisRecord}, {@code String} (the data), or a record or class of the project
 * (the data, read as JSON) the method is called once per record. The first call that throws ends the batch: Lambda
 * delivers that record and all after it again, so that the order of a shard holds.
 *
 * <p>With {@code List<T>}, AWS's {@code KinesisEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code
 * JsonNode} or {@code Map<String, Object>} it is called once per batch, and may return AWS's {@code
 * StreamsEventResponse}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">AWS: using Lambda with Kinesis Data
 *     Streams</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html">AWS: parameters of the
 *     mapping</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(KinesisTriggers.class)
public @interface KinesisTrigger {
    /**
     * The stream: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the stream
     */
    String stream();

    /**
     * The name of an enhanced fan-out consumer of the stream, which must exist.
     *
     * @return the consumer, empty for the shared throughput
     */
    String consumer() default "";

    /**
     * Where a new mapping begins to read. It cannot be changed later.
     *
     * @return {@link StartingPosition#LATEST} by default
     */
    StartingPosition startingPosition() default StartingPosition.LATEST;

    /**
     * From when on a new mapping reads, for {@link StartingPosition#AT_TIMESTAMP}: such as {@code
     * 2026-01-31T12:00:00Z}.
     *
     * @return the time, empty for the other positions
     */
    String startingPositionTimestamp() default "";

    /**
     * The most records in one batch: 1 to 10000.
     *
     * @return the batch size, 100 by default
     */
    int batchSize() default 100;

    /**
     * How long Lambda may gather records before it calls the function, in seconds: 0 to 300.
     *
     * @return seconds, 0 by default
     */
    int batchingWindow() default 0;

    /**
     * How many batches of one shard Lambda may give to the function at once: 1 to 10; records of one partition key keep
     * their order.
     *
     * @return 1 by default
     */
    int parallelizationFactor() default 1;

    /**
     * How often a failed batch is tried again: 0 to 10000, or -1 for as long as the records live.
     *
     * @return -1 by default, as AWS has it
     */
    int maximumRetryAttempts() default -1;

    /**
     * The age at which a record is given up, in seconds: 60 to 604800, or -1 for never.
     *
     * @return -1 by default, as AWS has it
     */
    int maximumRecordAge() default -1;

    /**
     * Whether a failed batch is split in two before it is tried again.
     *
     * @return false by default
     */
    boolean bisectBatchOnError() default false;

    /**
     * Where Lambda sends what it gave up on: the ARN of an SQS queue, SNS topic or S3 bucket, or a placeholder.
     *
     * @return the destination, empty for none
     */
    String onFailure() default "";

    /**
     * Filter criteria: event filtering patterns as JSON, of which a record must fit one to reach the function; at most
     * 5.
     *
     * @return the patterns, none by default, which lets everything through
     */
    String[] filters() default {};

    /**
     * The length of a tumbling window in seconds: 1 to 900, or 0 for none. The method then takes the records, {@code
     * Window} and {@code WindowState<T>}, and returns the state for its next call.
     *
     * @return seconds, 0 by default
     */
    int tumblingWindow() default 0;

    /**
     * Whether Lambda polls the source; the mapping is made in either case.
     *
     * @return true by default
     */
    boolean enabled() default true;
}
