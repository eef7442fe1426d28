package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with messages of an SNS topic; the topic must exist.
 *
 * <p>The method takes {@code SnsMessage}, {@code String} (the message), a record or class of the project (the message,
 * read as JSON), AWS's {@code SNSEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code JsonNode} or
 * {@code Map<String, Object>}. SNS calls asynchronously and at least once: an exception makes Lambda try again, and
 * then give the event to the function's dead-letter queue or destination.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">AWS: using Lambda with Amazon SNS</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">AWS: filter
 *     policies</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(SnsTriggers.class)
public @interface SnsTrigger {
    /**
     * The topic: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the topic
     */
    String topic();

    /**
     * Which messages reach the function: a filter policy as JSON, at most 5 keys and 150 combinations of values. One
     * function has one subscription to a topic, so methods that share a topic share the policy. A change takes up to 15
     * minutes to work.
     *
     * @return the policy, empty for all messages
     */
    String filterPolicy() default "";

    /**
     * What the policy is compared with.
     *
     * @return the attributes by default
     */
    FilterScope filterPolicyScope() default FilterScope.MESSAGE_ATTRIBUTES;
}
