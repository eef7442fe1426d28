package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method when a CloudWatch alarm changes its state.
 *
 * <p>The method takes a record or class of the project (the {@code alarmData}), AWS's {@code
 * CloudWatchMetricAlarmEvent} or {@code CloudWatchCompositeAlarmEvent}, or the raw event as {@code InputStream}, {@code
 * byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html">AWS:
 *     alarms and Lambda</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(AlarmTriggers.class)
public @interface AlarmTrigger {
    /**
     * The alarm: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the alarm
     */
    String alarm();
}
