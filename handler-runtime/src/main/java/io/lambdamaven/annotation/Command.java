package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the method an operators' entry point: {@code mvn lambda:invoke -Dlambda.command=reindex}.
 *
 * <p>The payload is <code>{"command": "reindex", "args": ...}</code> and counts on the function's alias {@code ops}
 * alone, which no trigger ever targets: whoever may call a command needs {@code lambda:InvokeFunction} on that alias.
 * Arriving any other way, such a payload is ordinary data. Only names compiled in are known; nothing is looked up by a
 * string of an event.
 *
 * <p>The method takes nothing, Lambda's {@code Context}, or the value of {@code args} as {@code String},
 * {@code InputStream}, {@code byte[]}, {@code JsonNode}, {@code Map<String, Object>}, {@code List<T>} or a record or
 * class of the project. What it returns is the answer, as JSON.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Command {
    /**
     * The command's name, unique in its function.
     *
     * @return the name
     */
    String value();

    /**
     * One line for lists of commands.
     *
     * @return the description, empty by default
     */
    String description() default "";
}
