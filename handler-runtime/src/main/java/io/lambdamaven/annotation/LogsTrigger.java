package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with log events of a CloudWatch Logs group, unzipped and decoded.
 *
 * <p>With a parameter of type {@code LogEvent} or {@code String} (the message) the method is called once per log event;
 * with {@code List<T>} of these, a record or class of the project (the decoded document), AWS's {@code
 * CloudWatchLogsEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code JsonNode} or {@code Map<String,
 * Object>} once per delivery. CloudWatch's own control messages are answered without a call. Do not subscribe to the
 * function's own log group: each call would cause the next.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html">AWS: subscription
 *     filters</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(LogsTriggers.class)
public @interface LogsTrigger {
    /**
     * The log group: a name, an ARN, or a placeholder.
     *
     * @return the log group
     */
    String logGroup();

    /**
     * Which log events reach the function, at most 1024 characters.
     *
     * @return the filter pattern, empty for all
     */
    String filterPattern() default "";
}
