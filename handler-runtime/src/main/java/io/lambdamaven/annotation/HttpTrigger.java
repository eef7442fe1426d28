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
 * {@link HeaderParam}, {@link CookieParam}, {@link FormParam} or {@link Claim}; {@link io.lambdamaven.api.HttpRequest};
 * {@link io.lambdamaven.api.Caller}; Lambda's {@code Context}; AWS's own event class; and one parameter for the body: {@code String}, {@code byte[]}, {@code InputStream},
 * {@code JsonNode}, {@code Map<String, Object>}, {@code List<T>} or a record or class of the project, read from JSON.
 *
 * <p>What it returns becomes the answer: an {@link io.lambdamaven.api.HttpResponse} as it is, a {@code String} as
 * {@code text/plain}, a {@code byte[]} as {@code application/octet-stream}, anything else as JSON with status 200;
 * nothing or {@code null} is 204, an empty {@code Optional} is 404. An {@link io.lambdamaven.api.HttpException} answers
 * with its status; any other exception is logged and answers 500 without saying why. Errors have the form of RFC 9457.
 * {@code GET} routes answer {@code HEAD} as well.
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

    /**
     * The media types that a body may have, such as {@code application/json} or <code>image/*</code>. A body of another type,
     * or of none, answers 415.
     *
     * @return none by default, which takes any
     */
    String[] consumes() default {};

    /**
     * The media types that the method may answer with. What the caller likes best of them becomes the type of an answer that
     * says none itself; who takes none of them is answered with 406. {@code HttpRequest.preferred} tells the method.
     *
     * @return the usual one first; none by default, which leaves it to the method
     */
    String[] produces() default {};

    /**
     * How many bytes a body may have, decoded. A longer one answers 413.
     *
     * @return 1 to 10485760; 0, the default, leaves it to the front, none of which takes more than 10 MB
     */
    int maxBody() default 0;

    /**
     * The length in bytes from which on text and JSON are sent packed by gzip to callers that take it. REST APIs do that by
     * themselves, by their {@code <minimumCompressionSize>}.
     *
     * @return 0, the default, for never
     */
    int gzipFrom() default 0;

    /**
     * Whether answers of 200 to GET and HEAD are tagged by what is in them ({@code ETag}), and callers that have the content
     * already are answered with 304.
     *
     * @return false by default
     */
    boolean eTag() default false;
}
