package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what becomes of an exception that a handler method threw. The first parameter is the exception; its type is what
 * the method handles, and of several the closest type wins. {@code Invocation}, {@code Context} and {@code HttpRequest}
 * may follow; {@code HttpRequest} is null where the event is no HTTP request.
 *
 * <pre>{@code
 * @ExceptionHandler
 * public HttpResponse unknown(OrderNotFoundException e) {
 *     return HttpResponse.of(404).json(Map.of("order", e.id()));
 * }
 * }</pre>
 *
 * <p>For HTTP the result is the response, as it is with {@link HttpTrigger}; a {@code void} method has the exception
 * answered as if it were not there. Of all other events the exception is settled when the method returns: a record
 * counts as done, and where the event's sender wants an answer, the result is it. What the method throws takes the
 * exception's place.
 *
 * <p>An event that does not fit a method's parameters is no matter of exception handlers: it is answered 400, or fails
 * its record. Nor is the failure of a {@link Task}: nobody waits for an answer, and what failed is to be delivered again.
 * An {@code HttpException} thrown for an HTTP request goes to a handler of that class or a closer one only,
 * not to a handler of {@code RuntimeException} or {@code Exception}.
 *
 * <p>In a class that has triggers too, or {@link LambdaFunction}, it serves the function of that class, in any other all
 * functions of the project.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ExceptionHandler {}
