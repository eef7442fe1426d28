package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the parameter the value of a request header; the first one when it occurs several times.
 *
 * <p>The parameter may be a {@code String}, a primitive or its box, {@code BigDecimal}, {@code BigInteger},
 * {@code UUID}, an enum (by its constant's name), or a type of {@code java.time} in ISO form, or an {@code Optional} or
 * {@code List} of these. A value that does not
 * fit its type answers 400 and names the parameter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface HeaderParam {
    /**
     * The header, in any letter case.
     *
     * @return the name; empty takes the method parameter's own name, which the class file carries when it is compiled
     *     with {@code -parameters} or debug information
     */
    String value() default "";

    /**
     * What to use when the request has no such value. Without a default, a missing value answers 400, unless the
     * parameter is an {@code Optional}, a {@code List} (then empty) or annotated as nullable (then {@code null}).
     *
     * @return the default, in the form the request would have it; it counts only when it is written down
     */
    String defaultValue() default "";
}
