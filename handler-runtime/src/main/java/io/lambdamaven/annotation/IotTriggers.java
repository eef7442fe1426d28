package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link IotTrigger} annotations of one element; the compiler writes it. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface IotTriggers {
    /**
     * The annotations.
     *
     * @return in the order they are written
     */
    IotTrigger[] value();
}
