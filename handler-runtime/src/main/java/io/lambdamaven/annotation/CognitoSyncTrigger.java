package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method when a Cognito Sync dataset is synchronised; a legacy service.
 *
 * <p>The method takes a record or class of the project (the whole event), AWS's {@code CognitoEvent}, or the raw event
 * as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}, and returns
 * the event as it is to be; nothing answers it unchanged.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-events.html">AWS: Cognito Sync
 *     events</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(CognitoSyncTriggers.class)
public @interface CognitoSyncTrigger {
    /**
     * The identity pool: an id, an ARN, or a placeholder.
     *
     * @return the identity pool, empty for any
     */
    String identityPool() default "";
}
