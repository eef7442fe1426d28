package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method for a bot of Amazon Lex: to validate what the user said, or to fulfil the intent.
 *
 * <p>The method takes {@code LexRequest}, a record or class of the project (the whole event), AWS's {@code LexEvent}
 * (V1), or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String,
 * Object>}, and returns {@code LexResponse} or an answer of its own. The method that names most of bot, intent and
 * source takes an event.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html">AWS: input of Lex V2</a>
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html">AWS: answers</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(LexTriggers.class)
public @interface LexTrigger {
    /**
     * The bot's name, or a placeholder.
     *
     * @return the bot, empty for any
     */
    String bot() default "";

    /**
     * The intent's name.
     *
     * @return the intent, empty for any
     */
    String intent() default "";

    /**
     * {@code DialogCodeHook} or {@code FulfillmentCodeHook}.
     *
     * @return the invocation source, empty for both
     */
    String source() default "";

    /**
     * The version of Lex.
     *
     * @return V2 by default
     */
    LexVersion version() default LexVersion.V2;

    /**
     * The alias of a V2 bot that a deploy makes call the function: the ids of bot and alias with a slash between, such
     * as {@code ABCDEFGHIJ/KLMNOPQRST}, its ARN, or <code>${placeholder}</code>.
     *
     * @return the bot's alias, empty where it is connected by hand
     */
    String botAlias() default "";

    /**
     * The locales of the bot's alias that call the function.
     *
     * @return {@code en_US} by default
     */
    String[] locales() default {"en_US"};
}
