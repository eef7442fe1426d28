package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with records of a Kafka topic: of an Amazon MSK cluster, or of a cluster of your own.
 *
 * <p>With a parameter of type {@code KafkaRecord}, {@code String} (the value), or a record or class of the project (the
 * value, read as JSON) the method is called once per record. The first call of a partition that throws ends that
 * partition's part of the batch: Lambda delivers the record and all after it in its partition again.
 *
 * <p>With {@code List<T>}, AWS's {@code KafkaEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code
 * JsonNode} or {@code Map<String, Object>} it is called once per batch.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">AWS: using Lambda with Amazon MSK</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">AWS: using Lambda with self-managed
 *     Apache Kafka</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(KafkaTriggers.class)
public @interface KafkaTrigger {
    /**
     * The topic's name, or a placeholder.
     *
     * @return the topic
     */
    String topic();

    /**
     * The MSK cluster: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed. Give this or {@link #bootstrapServers()}.
     *
     * @return the cluster, empty for one of your own
     */
    String cluster() default "";

    /**
     * Addresses of brokers of a cluster of your own, such as {@code kafka-1.example.com:9092}.
     *
     * @return the addresses, none for MSK
     */
    String[] bootstrapServers() default {};

    /**
     * The id of the consumer group, at most 200 characters.
     *
     * @return the id, empty for one that Lambda makes
     */
    String consumerGroup() default "";

    /**
     * Where a new mapping begins to read. It cannot be changed later.
     *
     * @return {@link StartingPosition#TRIM_HORIZON} by default
     */
    StartingPosition startingPosition() default StartingPosition.TRIM_HORIZON;

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
     * The ARN of the secret with the credentials, where the cluster asks for some, or a placeholder.
     *
     * @return the secret, empty for none
     */
    String secret() default "";

    /**
     * How to present them: {@code BASIC_AUTH}, {@code SASL_SCRAM_256_AUTH}, {@code SASL_SCRAM_512_AUTH} or {@code
     * CLIENT_CERTIFICATE_TLS_AUTH}.
     *
     * @return the method, empty if there is no secret
     */
    String authentication() default "";

    /**
     * Filter criteria: event filtering patterns as JSON, of which a record must fit one to reach the function; at most
     * 5.
     *
     * @return the patterns, none by default, which lets everything through
     */
    String[] filters() default {};

    /**
     * Where Lambda sends what it gave up on: the ARN of an SQS queue, SNS topic or S3 bucket, or a placeholder.
     *
     * @return the destination, empty for none
     */
    String onFailure() default "";

    /**
     * Whether Lambda polls the source; the mapping is made in either case.
     *
     * @return true by default
     */
    boolean enabled() default true;
}
