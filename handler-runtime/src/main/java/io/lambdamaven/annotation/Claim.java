package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the parameter a claim of the caller's token, as the front's authorizer has verified it; or what a Lambda authorizer put
 * into the context.
 *
 * <p>The parameter may be what {@link QueryParam} may be. A claim that is missing answers 403; all of them are in
 * {@link io.lambdamaven.api.Caller}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Claim {
    /**
     * The claim's name, such as {@code email} or {@code cognito:groups}.
     *
     * @return the name; empty takes the method parameter's own name
     */
    String value() default "";

    /**
     * What to use when there is no such claim. Without a default, a missing claim answers 403, unless the parameter is an
     * {@code Optional}, a {@code List} (then empty) or annotated as nullable (then {@code null}).
     *
     * @return the default; it counts only when it is written down
     */
    String defaultValue() default "";
}
