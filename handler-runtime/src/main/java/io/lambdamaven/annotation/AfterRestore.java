package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method without parameters that runs when an environment starts from SnapStart's snapshot, before its first
 * event: the place to open connections and to renew what must be unique. What it throws fails the start.
 *
 * <p>Without SnapStart it is not called.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AfterRestore {}
