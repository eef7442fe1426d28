package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method without parameters that runs before SnapStart takes its snapshot, when a version is published: what it
 * loads and warms is there in every environment that starts from it. What it throws fails the publication.
 *
 * <p>Without SnapStart it is not called. It must leave open no connection and keep nothing that has to differ from one
 * environment to the next; {@link AfterRestore} is the place for that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prime {}
