package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the method one that runs elsewhere, later: {@code Tasks.run(kitchen::bake, order)}.
 *
 * <p>What the method throws has the task delivered again by its transport's rules, and kept where failed tasks are once
 * those are used up. Exception handlers do not see it.
 *
 * <p>The method takes up to three arguments, which travel as JSON. What names it on the way is a name compiled in;
 * nothing is looked up by a string of a message.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Task {
    /**
     * What names the task on its way.
     *
     * @return unique in its project; empty, as by default, for class and method
     */
    String id() default "";

    /**
     * How it travels.
     *
     * @return over Lambda by default
     */
    TaskTransport transport() default TaskTransport.LAMBDA;

    /**
     * Whether what becomes of it is kept, to be asked for by its handle.
     *
     * @return false by default
     */
    boolean captureResult() default false;

    /**
     * Whether a task that is delivered again is not run again once it is done.
     *
     * @return false by default: transports deliver at least once
     */
    boolean idempotent() default false;
}
