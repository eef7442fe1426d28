package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with events of an EventBridge bus that fit a pattern.
 *
 * <p>The method takes {@code EventBridgeEvent}, a record or class of the project (the {@code detail}), AWS's {@code
 * ScheduledEvent}, which has the same members, or the raw event as {@code InputStream}, {@code byte[]}, {@code String},
 * {@code JsonNode} or {@code Map<String, Object>}. An event that fits the patterns of several methods goes to each of
 * them. EventBridge calls asynchronously and at least once: an exception makes Lambda try again.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">AWS: event
 *     patterns</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html">AWS: using Lambda with
 *     EventBridge</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(EventBridgeTriggers.class)
public @interface EventBridgeTrigger {
    /**
     * The event pattern as JSON, such as <code>{"source": ["orders"], "detail-type": ["OrderPlaced"]}</code>, at most
     * 4096 characters. Checked at build time.
     *
     * @return the pattern
     */
    String pattern();

    /**
     * The event bus: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the bus of the account's own AWS events by default
     */
    String bus() default "default";
}
