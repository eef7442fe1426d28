package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a parameter the value of a setting: the remote configuration's, else the environment variable's of that name,
 * else the default. It may stand on a parameter of a method with a trigger, which gets the value anew with each call, and
 * on all parameters of the one public constructor of such a method's class, which gets it once.
 *
 * <p>The parameter may be a {@code String}, a primitive or its box, {@code BigDecimal}, {@code BigInteger},
 * {@code UUID}, an enum (by its constant's name), or a type of {@code java.time} in ISO form, or an {@code Optional} of
 * these. A value that does not fit its type, or is missing, fails the invocation and is not quoted.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Setting {
    /**
     * The setting's key: a letter or {@code _}, then letters, digits, {@code _} and dots.
     *
     * @return the key
     */
    String value();

    /**
     * What to use when the setting has no value. Without a default a missing value fails the invocation, unless the
     * parameter is an {@code Optional} or annotated as nullable (then {@code null}).
     *
     * @return the default, in the form a configuration would have it; it counts only when it is written down
     */
    String defaultValue() default "";
}
