package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Hosts a whole web application: it is started once, on a port of the loopback interface, and each HTTP event that no
 * {@link HttpTrigger} of the same function takes is forwarded to it as an HTTP/1.1 request. The class stays as it is:
 *
 * <ul>
 *   <li>a class with {@code public static void main(String[])} that opens a port: Spring Boot, Javalin, Helidon,
 *       Micronaut, Vert.x, the JDK's own server. The port is told as {@code server.port}, {@code PORT} and so on; for
 *       a {@code main} that has its own, say it here;
 *   <li>a {@code jakarta.ws.rs.core.Application}, through {@code jakarta.ws.rs.SeBootstrap};
 *   <li>a {@code jakarta.servlet.Servlet} or {@code Filter}, or a {@code jakarta.servlet.ServletContainerInitializer},
 *       in the Jetty 12 that the project has among its dependencies.
 * </ul>
 *
 * <p>A project whose source is not to be changed names the class in the pom's {@code <webApplication>} instead.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WebApplication {
    /**
     * The port that the application opens whatever it is told.
     *
     * @return the port, or 0 for one that is chosen and told to it
     */
    int port() default 0;

    /**
     * The first segments of the path that a custom domain puts before those that the application knows, such as
     * {@code /shop}. They are taken off and told as {@code X-Forwarded-Prefix}.
     *
     * @return the base path, empty by default
     */
    String basePath() default "";

    /**
     * Whether the application is told the event's {@code requestContext}, with what an authorizer has found out about
     * the caller: as JSON in the header {@code X-Amzn-Request-Context}, a few kilobytes with each request. What a caller
     * sends under that name is dropped in any case.
     *
     * @return false by default
     */
    boolean requestContext() default false;
}
