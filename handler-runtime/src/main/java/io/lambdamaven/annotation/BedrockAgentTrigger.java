package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method for an action of an Amazon Bedrock agent: a function of an action group with function details, or an
 * operation of one with an API schema.
 *
 * <p>The method takes {@code BedrockAgentRequest}, a record or class of the project (parameters and the properties of
 * the request's body as one object), or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code
 * JsonNode} or {@code Map<String, Object>}. It returns {@code BedrockAgentResponse}, {@code String}, or an object that
 * is written as JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html">AWS: Lambda functions of
 *     Bedrock agents</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(BedrockAgentTriggers.class)
public @interface BedrockAgentTrigger {
    /**
     * The action group's name.
     *
     * @return the action group
     */
    String actionGroup();

    /**
     * The function's name, for groups with function details.
     *
     * @return the function, empty for an API schema
     */
    String function() default "";

    /**
     * The operation's path, for groups with an API schema, such as <code>/orders/{id}</code>.
     *
     * @return the path, empty for function details
     */
    String apiPath() default "";

    /**
     * The operation's HTTP method, in upper case.
     *
     * @return the method, empty for any
     */
    String method() default "";

    /**
     * The agent: an id, an ARN, or a placeholder.
     *
     * @return the agent, empty for any
     */
    String agent() default "";
}
