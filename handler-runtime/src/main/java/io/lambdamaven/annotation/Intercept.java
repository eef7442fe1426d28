package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts an {@link io.lambdamaven.api.Interceptor} around the methods of the project.
 *
 * <pre>{@code
 * @Intercept
 * public class Metrics implements Interceptor {
 *     @Override
 *     public void after(Invocation invocation, Object result, Throwable failure) {
 *         count(invocation.handler(), failure == null);
 *     }
 * }
 * }</pre>
 *
 * <p>A class that has triggers too, or {@link LambdaFunction}, stands around the methods of its own function, any other
 * around those of all functions.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Intercept {
    /**
     * Where it stands among several: the lowest is outermost; of equals the name of the class decides.
     *
     * @return any number
     */
    int order() default 0;
}
