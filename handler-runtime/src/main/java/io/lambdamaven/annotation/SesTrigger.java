package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with email that Amazon SES received, by a receipt rule.
 *
 * <p>The method takes {@code SesMessage}, a record or class of the project (the record's {@code ses} object), or the
 * raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}.
 * The event has headers and verdicts, not the email itself: let an S3 action before it store that.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html">AWS: the Lambda action of
 *     receipt rules</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SesTrigger {
    /**
     * The addresses or domains that the rule is for.
     *
     * @return the recipients, none for all
     */
    String[] recipients() default {};

    /**
     * The receipt rule set, which must exist.
     *
     * @return the rule set, empty for the active one
     */
    String ruleSet() default "";

    /**
     * Whether SES waits for the method, which then returns {@code SesDisposition} and decides whether further actions
     * and rules apply; 30 seconds at most.
     *
     * @return false by default
     */
    boolean synchronous() default false;
}
