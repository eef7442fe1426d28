package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method on a schedule, by an EventBridge rule that the deployer makes. Times are in UTC.
 *
 * <p>The method takes nothing, Lambda's {@code Context}, AWS's {@code ScheduledEvent}, or the raw event as
 * {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}. What it returns
 * is ignored. EventBridge calls asynchronously and at least once: an exception makes Lambda try again, and rarely one
 * tick arrives twice.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">AWS: schedule
 *     expressions of EventBridge rules</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(ScheduleTriggers.class)
public @interface ScheduleTrigger {
    /**
     * When: {@code rate(5 minutes)}, {@code rate(1 hour)} (the unit in the singular for 1 and only then), or
     * {@code cron(0 3 * * ? *)} with the six fields minute, hour, day of month, month, day of week, year, of which one
     * of the two days is {@code ?}. Checked at build time.
     *
     * @return the schedule expression
     */
    String value();

    /**
     * What the rule's description says, at most 512 characters.
     *
     * @return the description, by default one that names the method
     */
    String description() default "";

    /**
     * Whether the rule fires; it is made in either case.
     *
     * @return true by default
     */
    boolean enabled() default true;

    /**
     * JSON that the method is given as its payload, at most 8192 characters; it may hold placeholders.
     *
     * @return the input, empty for none
     */
    String input() default "";

    /**
     * The time zone of the expression, such as {@code Europe/Berlin}: EventBridge Scheduler then keeps the time, instead
     * of a rule, and follows daylight saving.
     *
     * @return an IANA name, empty for UTC
     */
    String timeZone() default "";

    /**
     * Within how many minutes of its time EventBridge Scheduler may fire, which spreads load: 1 to 1440, or 0 for the
     * time itself.
     *
     * @return minutes, 0 by default
     */
    int flexibleWindow() default 0;

    /**
     * From when on EventBridge Scheduler fires, such as {@code 2026-01-31T12:00:00Z}.
     *
     * @return the time, empty for at once
     */
    String startDate() default "";

    /**
     * Until when EventBridge Scheduler fires.
     *
     * @return the time, empty for no end
     */
    String endDate() default "";
}
