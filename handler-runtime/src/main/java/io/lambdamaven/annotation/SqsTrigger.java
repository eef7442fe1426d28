package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with messages of an SQS queue, which Lambda polls; the queue must exist.
 *
 * <p>With a parameter of type {@link io.lambdamaven.api.SqsMessage}, {@code String} (the body), or a record or class of
 * the project (the body, read as JSON) the method is called once per message. A message whose call throws is given back
 * to the queue alone, the others are done; the deployer switches {@code ReportBatchItemFailures} on. On a FIFO queue
 * nothing after the first failure is started and all of it is given back, so that the order holds. A message that would
 * start less than half a second before the function's timeout is given back, not started.
 *
 * <p>With {@code SQSEvent}, {@code List<T>} (of {@link io.lambdamaven.api.SqsMessage}, {@code String} or an own type),
 * or the raw event as {@code InputStream}, {@code byte[]}, {@code JsonNode} or {@code Map<String, Object>} the method is
 * called once per batch. It may return AWS's {@code SQSBatchResponse}; an exception gives the whole batch back.
 *
 * <p>Make the queue's visibility timeout at least six times the function's timeout, as AWS advises.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">AWS: using Lambda with Amazon SQS</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">AWS: partial batch
 *     responses</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(SqsTriggers.class)
public @interface SqsTrigger {
    /**
     * The queue: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is deployed.
     *
     * @return the queue
     */
    String queue();

    /**
     * The most messages in one batch: 1 to 10 for a FIFO queue, 1 to 10000 for a standard one, where more than 10 needs
     * a {@link #batchingWindow()} of at least 1.
     *
     * @return the batch size, 10 by default
     */
    int batchSize() default 10;

    /**
     * How long Lambda may gather messages before it calls the function, in seconds: 0 to 300; 0 for a FIFO queue.
     *
     * @return seconds, 0 by default
     */
    int batchingWindow() default 0;

    /**
     * How many batches of this queue the function may work on at once: 2 to 1000, or 0 for no limit of its own.
     *
     * @return the limit, 0 by default
     */
    int maximumConcurrency() default 0;

    /**
     * Whether Lambda polls the queue; the mapping is made in either case.
     *
     * @return true by default
     */
    boolean enabled() default true;

    /**
     * Whether a message's body wraps what the method wants: an SNS message, an S3 notification or an EventBridge event
     * that another service put into the queue. The method then takes the inner message, object or {@code detail}, or
     * {@code SnsMessage} or {@code S3Object}.
     *
     * @return false by default
     */
    boolean unwrap() default false;

    /**
     * Whether the messages of a batch are handled at the same time, at most ten of them; not for FIFO queues. The class
     * must bear it.
     *
     * @return false by default: one after the other
     */
    boolean parallel() default false;

    /**
     * Whether a failure on a FIFO queue holds up its message group alone: messages of other groups go on, and only those
     * of the failed group are given back.
     *
     * @return false by default: everything from the first failure on is given back
     */
    boolean continueOnFailure() default false;
}
