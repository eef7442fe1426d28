package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Resolves a field of an AppSync GraphQL API, or handles a channel of AppSync Events.
 *
 * <p>The method takes {@code AppSyncRequest}, a record or class of the project (the arguments), or the raw event as
 * {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}; what it returns
 * is the field's value. A batch of resolver calls becomes one call per element, or one with {@code List<T>}, which
 * returns a list of the same length in the same order.
 *
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-lambda-js.html">AWS: Lambda
 *     resolvers</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/eventapi/direct-lambda-integrations.html">AWS: Lambda in
 *     AppSync Events</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(AppSyncTriggers.class)
public @interface AppSyncTrigger {
    /**
     * The parent type, such as {@code Query}.
     *
     * @return the type, empty for channels
     */
    String type() default "";

    /**
     * The field.
     *
     * @return the field, empty for channels
     */
    String field() default "";

    /**
     * The channel namespace, such as {@code /orders/*}.
     *
     * @return the channel, empty for GraphQL
     */
    String channel() default "";

    /**
     * What happens on the channel.
     *
     * @return publishing by default
     */
    ChannelOperation operation() default ChannelOperation.PUBLISH;

    /**
     * The API: an id, an ARN, or a placeholder.
     *
     * @return the API, empty for any
     */
    String api() default "";
}
