package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with messages of a queue of an Amazon MQ broker.
 *
 * <p>With a parameter of type {@code MqMessage}, {@code String} (the data), or a record or class of the project (the
 * data, read as JSON) the method is called once per message; with {@code List<T>}, AWS's {@code ActiveMQEvent} or
 * {@code RabbitMQEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code JsonNode} or {@code
 * Map<String, Object>} once per batch. Brokers know no partial answer: an exception makes Lambda deliver the whole
 * batch again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">AWS: using Lambda with Amazon MQ</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(MqTriggers.class)
public @interface MqTrigger {
    /**
     * The broker: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the broker
     */
    String broker();

    /**
     * The queue's name, or a placeholder.
     *
     * @return the queue
     */
    String queue();

    /**
     * The broker's engine.
     *
     * @return the engine
     */
    MqEngine engine();

    /**
     * The RabbitMQ virtual host that has the queue.
     *
     * @return {@code /} by default
     */
    String virtualHost() default "/";

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
     * The ARN of the secret with the broker's user name and password, or a placeholder.
     *
     * @return the secret
     */
    String secret() default "";

    /**
     * Filter criteria: event filtering patterns as JSON, of which a record must fit one to reach the function; at most
     * 5.
     *
     * @return the patterns, none by default, which lets everything through
     */
    String[] filters() default {};

    /**
     * Whether Lambda polls the source; the mapping is made in either case.
     *
     * @return true by default
     */
    boolean enabled() default true;
}
