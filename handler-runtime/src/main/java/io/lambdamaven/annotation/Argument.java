package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says more about a named argument of a {@link Command}: {@code mvn lambda:invoke -Dlambda.command=reindex
 * -Dlambda.args=index=orders,limit=10}.
 *
 * <p>A command's method that takes several values gets each from the member of its name in {@code args}, with or without
 * this annotation. One that takes a single value gets all of {@code args}, unless the value has this annotation.
 *
 * <p>The parameter is a {@code String}, a primitive or its box, {@code BigDecimal}, {@code BigInteger}, {@code UUID}, an
 * enum, a type of {@code java.time}, an {@code Optional} or {@code List} of these, {@code JsonNode}, {@code Map<String,
 * Object>} or a record or class of the project. A missing or ill-typed argument fails the command before its method is
 * called, with the argument's name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Argument {
    /**
     * The argument's name: letters, digits, {@code _} and {@code -}, the first a letter.
     *
     * @return empty for the parameter's own name
     */
    String value() default "";

    /**
     * One line for {@code lambda:commands}.
     *
     * @return the description, empty by default
     */
    String description() default "";

    /**
     * What counts when there is no such argument, as it would be written for {@code lambda.args}; without it the argument
     * must be there, unless the parameter is an {@code Optional}, a {@code List} or {@code @Nullable}.
     *
     * @return the default, of which an empty text is one if it is given
     */
    String defaultValue() default "";
}
