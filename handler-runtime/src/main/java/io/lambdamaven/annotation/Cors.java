package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets pages of other sites call the method's HTTP routes, or those of all methods of the class, from scripts in a browser.
 *
 * <p>What browsers ask before such a call (a preflight request) is answered without calling the method, also where an
 * {@code OPTIONS} or {@code ANY} route has the path. An HTTP API or function URL with {@code <cors>} in the stage's settings
 * answers all of that by itself, and this annotation does nothing there.
 *
 * <pre>{@code
 * @Cors({"https://shop.example", "${partner.origin}"})
 * public class OrderApi { ... }
 * }</pre>
 *
 * <p>Of an annotation on the method and one on its class, the method's counts.
 *
 * @see <a href="https://developer.mozilla.org/docs/Web/HTTP/CORS">MDN: Cross-Origin Resource Sharing</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Cors {
    /**
     * The origins of these sites: scheme, host and, where it is not the usual one, port, such as
     * {@code https://shop.example}; <code>https://*.shop.example</code> for all hosts below it; {@code *} for all. May hold
     * <code>${placeholders}</code>.
     *
     * @return at least one
     */
    String[] value();

    /**
     * Headers that a request may carry besides those that any page may send.
     *
     * @return names, {@code *} for all
     */
    String[] headers() default "*";

    /**
     * Headers of the answer that the page may read besides those that any page may read.
     *
     * @return names, none by default
     */
    String[] exposed() default {};

    /**
     * Whether cookies and other credentials of the page's user go along. Not for all origins: any site could act in its
     * users' names then.
     *
     * @return false by default
     */
    boolean credentials() default false;

    /**
     * How long a browser need not ask again.
     *
     * @return seconds from 0 to 86400, 600 by default
     */
    int maxAge() default 600;
}
