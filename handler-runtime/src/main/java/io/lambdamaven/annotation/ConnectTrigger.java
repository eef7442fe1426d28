package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method from a contact flow of Amazon Connect.
 *
 * <p>The method takes a record or class of the project (the {@code Parameters} of the block), AWS's {@code
 * ConnectEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code
 * Map<String, Object>}, and returns a flat object of strings of at most 32 KB: {@code Map<String, String>} or a record.
 * Connect waits 8 seconds at most. Flows with different blocks share the function: one of their parameters should say
 * what is wanted.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html">AWS: Lambda in
 *     Amazon Connect</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ConnectTrigger {
    /**
     * The Connect instance: an id, an ARN, or a placeholder.
     *
     * @return the instance, empty for any
     */
    String instance() default "";
}
