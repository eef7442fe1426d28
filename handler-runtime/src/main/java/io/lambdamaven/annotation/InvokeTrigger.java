package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with every payload that no AWS service sent: direct invocations, Step Functions tasks, Lambda
 * destinations, IoT rules. At most one method of a function carries it.
 *
 * <p>Payloads are told from services' events by their content; a source whose content somebody else shapes (IoT rules,
 * Pipes) should call the function's alias {@code raw}, on which nothing is ever recognised as a service's event and
 * everything comes here.
 *
 * <p>The method takes nothing, Lambda's {@code Context}, or the payload as {@code String}, {@code InputStream},
 * {@code byte[]}, {@code JsonNode}, {@code Map<String, Object>}, {@code List<T>} or a record or class of the project.
 * What it returns is the answer, as JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-invocation.html">AWS: invoking Lambda functions</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InvokeTrigger {}
