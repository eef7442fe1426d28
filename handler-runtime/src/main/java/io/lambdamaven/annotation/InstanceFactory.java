package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the class that makes the instances of the project's handler classes, for example from a dependency-injection
 * container. Without one, each is made through its public no-argument constructor, once, when it is first needed.
 *
 * <p>At most one class of a project carries it: a public class with a public no-argument constructor that implements
 * {@link io.lambdamaven.api.InstanceProvider}. It is made once per execution environment.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InstanceFactory {}
