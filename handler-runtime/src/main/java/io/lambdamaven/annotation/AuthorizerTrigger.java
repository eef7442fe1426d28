package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the method decide who may call an API.
 *
 * <p>The method takes {@code AuthorizerRequest}, a record or class of the project (the whole event), AWS's class, such
 * as {@code APIGatewayV2CustomAuthorizerEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code
 * String}, {@code JsonNode} or {@code Map<String, Object>}. It returns {@code AuthorizerResult}, which is written in
 * the form that the API expects, {@code boolean}, AWS's class for the answer, or one of its own. An event does not say
 * which authorizer it is for: a function has one method per {@link AuthorizerType}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">AWS:
 *     authorizers of HTTP APIs</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html">AWS:
 *     authorizers of REST APIs</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html">AWS: authorization in
 *     AppSync</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AuthorizerTrigger {
    /**
     * Who asks.
     *
     * @return one or more
     */
    AuthorizerType[] value();

    /**
     * The form of the answer to HTTP APIs.
     *
     * @return yes or no by default
     */
    AuthorizerResponse response() default AuthorizerResponse.SIMPLE;

    /**
     * Where the API finds what identifies a caller, such as {@code $request.header.Authorization}; without it the
     * function is not called, and answers are kept by it. An HTTP API that is given none calls for every request and
     * keeps nothing.
     *
     * @return the sources, none for the API's default
     */
    String[] identitySources() default {};

    /**
     * How long the API keeps an answer, in seconds: 0 to 3600.
     *
     * @return seconds, 300 by default
     */
    int resultTtl() default 300;
}
