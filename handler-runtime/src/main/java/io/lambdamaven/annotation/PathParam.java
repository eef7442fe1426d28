package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the parameter the value of a segment of the path, percent-decoded; a greedy one with its slashes.
 *
 * <p>The parameter may be a {@code String}, a primitive or its box, {@code BigDecimal}, {@code BigInteger},
 * {@code UUID}, an enum (by its constant's name), or a type of {@code java.time} in ISO form. A value that does not
 * fit its type answers 400 and names the parameter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface PathParam {
    /**
     * The name between the braces of the path template.
     *
     * @return the name; empty takes the method parameter's own name, which the class file carries when it is compiled
     *     with {@code -parameters} or debug information
     */
    String value() default "";
}
