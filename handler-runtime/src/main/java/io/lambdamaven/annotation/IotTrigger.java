package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method for AWS IoT.
 *
 * <p>The method takes a record or class of the project (the whole event), AWS's {@code IoTButtonEvent}, or the raw
 * event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}. A
 * custom authorizer returns {@code IotAuthorization}, provisioning {@code IotProvisioning} or {@code boolean}; the
 * others return nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html">AWS: the Lambda action
 *     of IoT rules</a>
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/custom-authorizer.html">AWS: custom
 *     authentication</a>
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html">AWS: pre-provisioning
 *     hooks</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(IotTriggers.class)
public @interface IotTrigger {
    /**
     * What for.
     *
     * @return one of them
     */
    IotEvent value();

    /**
     * The rule's statement, such as {@code SELECT * FROM 'orders/+'}, for {@link IotEvent#RULE}.
     *
     * @return the statement, empty for the others
     */
    String sql() default "";
}
