package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a statement to the role of the function that the class or method belongs to. What the triggers themselves need
 * (reading the queue, writing the log) is in the role already.
 *
 * <pre>{@code
 * @Permission(actions = "s3:GetObject", resources = "arn:aws:s3:::${orders.bucket}/incoming/*")
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     AWS: actions and resources of each service</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Permissions.class)
public @interface Permission {
    /**
     * The IAM actions, {@code service:Action}, where the action may hold {@code *}. A bare {@code *} is refused.
     *
     * @return the actions
     */
    String[] actions();

    /**
     * The ARNs that the actions may be used on; they may hold <code>${placeholders}</code> and {@code *}. A bare
     * {@code *} is refused unless AWS offers no resource for the action.
     *
     * @return the resources
     */
    String[] resources();
}
