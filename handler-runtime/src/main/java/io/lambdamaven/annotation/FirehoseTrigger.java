package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Transforms records on their way through a Firehose stream.
 *
 * <p>With a parameter of type {@code FirehoseRecord}, {@code String} (the data), or a record or class of the project
 * (the data, read as JSON) the method is called once per record. It returns {@code FirehoseResult}, or the new data as
 * {@code String}, {@code byte[]} or an object that is written as JSON. A call that throws answers {@code
 * ProcessingFailed} for its record.
 *
 * <p>With AWS's event class or the raw event it is called once per batch and returns the whole answer. An answer has at
 * most 6 MB.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html">AWS: data transformation in
 *     Amazon Data Firehose</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(FirehoseTriggers.class)
public @interface FirehoseTrigger {
    /**
     * The stream: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the stream, empty for any
     */
    String stream() default "";
}
