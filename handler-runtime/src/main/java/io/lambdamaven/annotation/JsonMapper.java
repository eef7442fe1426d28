package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the project's one class that says how its own types are read from and written to JSON: with Jackson modules, other
 * settings, or an {@code ObjectMapper} of its own. The class is public, has a public constructor without parameters and
 * implements {@code io.lambdamaven.runtime.json.ObjectMapperProvider}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface JsonMapper {}
