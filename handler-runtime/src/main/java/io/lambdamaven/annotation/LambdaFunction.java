package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the routes of a class in a Lambda function of their own, with its own handler and its own role. Classes that name
 * the same function share it; classes without this annotation share the project's default function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">AWS: memory</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html">AWS: timeout</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LambdaFunction {
    /**
     * The function's name within the project: letters, digits, {@code -} and {@code _}. In AWS it becomes
     * {@code <artifactId>-<name>-<stage>}, which must not be longer than 64 characters.
     *
     * @return the name
     */
    String name();

    /**
     * What AWS shows beside the function, at most 256 characters.
     *
     * @return the description, empty by default
     */
    String description() default "";

    /**
     * Memory in MB, from 128; the CPU share grows with it.
     *
     * @return megabytes, or 0 to leave it to the settings of pom and stage
     */
    int memory() default 0;

    /**
     * The longest an invocation may take, in seconds, from 1.
     *
     * @return seconds, or 0 to leave it to the settings of pom and stage
     */
    int timeout() default 0;
}
