package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Signs in users of an AWS Transfer Family server.
 *
 * <p>The method takes {@code TransferLogin}, a record or class of the project (the whole event), or the raw event as
 * {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}. It returns
 * {@code TransferUser}, an {@code Optional} of it that is empty to refuse, {@code Map}, or an object that is written as
 * JSON. With SSH keys the event has no password: the answer has the user's public keys, and the server compares them.
 *
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html">AWS: custom identity
 *     providers by Lambda</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(TransferTriggers.class)
public @interface TransferTrigger {
    /**
     * The server: an id, an ARN, or a placeholder.
     *
     * @return the server, empty for any
     */
    String server() default "";
}
