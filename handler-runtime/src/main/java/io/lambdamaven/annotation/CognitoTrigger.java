package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method at one or more moments of a Cognito user pool's flows.
 *
 * <p>The method takes {@code CognitoTriggerEvent}, whose response it may change, a record or class of the project (the
 * whole event), AWS's class for the moment, such as {@code CognitoUserPoolPreSignUpEvent}, or the raw event as {@code
 * InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}. Cognito expects the
 * event back: a method that returns nothing answers the event with the changes made through {@code
 * CognitoTriggerEvent}; what a method returns is answered as it is. An exception refuses what the user wants, and its
 * message reaches the client. Cognito waits 5 seconds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">AWS:
 *     Lambda triggers of user pools</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(CognitoTriggers.class)
public @interface CognitoTrigger {
    /**
     * The moments.
     *
     * @return one or more
     */
    CognitoEventType[] value();

    /**
     * The user pool: an id such as {@code eu-central-1_AbCdEf}, an ARN, or a placeholder.
     *
     * @return the user pool, empty for any
     */
    String userPool() default "";
}
