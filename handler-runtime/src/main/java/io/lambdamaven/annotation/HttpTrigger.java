package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method for HTTP requests with this method and path.
 *
 * <p>One method serves every HTTP front: API Gateway HTTP APIs (payload 2.0) and REST APIs (payload 1.0), Lambda
 * function URLs and Application Load Balancers.
 *
 * <pre>{@code
 * @HttpTrigger(method = "GET", path = "/orders/{id}")
 * public Order get(@PathParam String id, @QueryParam(defaultValue = "10") int limit) { ... }
 * }</pre>
 *
 * <p>The method may take, in any order: parameters annotated with {@link PathParam}, {@link QueryParam},
 * {@link HeaderParam} or {@link CookieParam}; {@link io.lambdamaven.api.HttpRequest}; Lambda's {@code Context}; AWS's
 * own event class; and one parameter for the body: {@code String}, {@code byte[]}, {@code InputStream},
 * {@code JsonNode}, {@code Map<String, Object>}, {@code List<T>} or a record or class of the project, read from JSON.
 *
 * <p>What it returns becomes the answer: an {@link io.lambdamaven.api.HttpResponse} as it is, a {@code String} as
 * {@code text/plain}, a {@code byte[]} as {@code application/octet-stream}, anything else as JSON with status 200;
 * nothing or {@code null} is 204, an empty {@code Optional} is 404. An {@link io.lambdamaven.api.HttpException} answers
 * with its status; any other exception is logged and answers 500 without saying why. Errors have the form of RFC 9457.
 *
 * <p>Of several routes that fit a request, a literal segment wins over a parameter, and a parameter over a greedy one;
 * a method of its own wins over {@code ANY}. Two routes that cannot be told apart are refused at build time.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     AWS: Lambda proxy integrations for HTTP APIs</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">AWS: function URL payloads</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(HttpTriggers.class)
public @interface HttpTrigger {
    /**
     * The HTTP method: {@code GET}, {@code POST}, {@code PUT}, {@code PATCH}, {@code DELETE}, {@code HEAD},
     * {@code OPTIONS}, or {@code ANY} for all of them. Anything else is refused at build time.
     *
     * @return the method, {@code GET} by default
     */
    String method() default "GET";

    /**
     * The path template. It starts with a slash; a segment in braces, <code>{id}</code>, takes one segment of the path,
     * and the last one may be greedy, <code>{proxy+}</code>, and takes all that is left, at least one segment. The
     * names are those that {@link PathParam} asks for. A stage or base path is not part of it.
     *
     * @return the template, such as <code>/orders/{id}</code>
     */
    String path();
}
