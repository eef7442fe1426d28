package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes, changes and deletes a custom resource of CloudFormation templates.
 *
 * <p>The method takes {@code CustomResourceRequest}, a record or class of the project (the {@code ResourceProperties}),
 * AWS's {@code CloudFormationCustomResourceEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code
 * String}, {@code JsonNode} or {@code Map<String, Object>}. It returns {@code CustomResourceResult}, a {@code Map} or
 * an object whose members become attributes of the resource, or nothing. CloudFormation is answered in any case: with
 * {@code FAILED} and the message when the method throws, and before the function's timeout when it hangs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources-lambda.html">AWS:
 *     custom resources by Lambda</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(CloudFormationTriggers.class)
public @interface CloudFormationTrigger {
    /**
     * The resource type, such as {@code Custom::Schema}.
     *
     * @return the type, empty for any
     */
    String resourceType() default "";
}
