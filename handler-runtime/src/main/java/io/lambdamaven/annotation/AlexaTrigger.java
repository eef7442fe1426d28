package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers requests of an Alexa skill.
 *
 * <p>The method takes a record or class of the project (the whole event), or the raw event as {@code InputStream},
 * {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}, and returns the skill's answer.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-alexa.html">AWS: using Lambda with Alexa</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(AlexaTriggers.class)
public @interface AlexaTrigger {
    /**
     * The skill's application id, or a placeholder.
     *
     * @return the id, empty for any
     */
    String skill() default "";

    /**
     * A request type such as {@code LaunchRequest}, an intent's name, or a smart-home namespace such as {@code
     * Alexa.Discovery}.
     *
     * @return what is asked for, empty for anything
     */
    String request() default "";
}
