package io.lambdamaven.api;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods with {@code @Task} elsewhere, later: {@code Tasks.run(kitchen::bake, order)}. Where no handler of Lambda
 * is, as in tests, the method is called at once, by the caller.
 */
public final class Tasks {
    private static volatile @Nullable TaskRunner runner;

    private Tasks() {}

    /** A reference to a method with {@code @Task}; a lambda expression names no method and is refused. */
    public interface Reference extends Serializable {}

    /** A task without arguments. */
    @FunctionalInterface
    public interface Task0 extends Reference {
        /**
         * The method.
         *
         * @throws Exception whatever it throws
         */
        void run() throws Exception;
    }

    /**
     * A task with one argument.
     *
     * @param <A> its type
     */
    @FunctionalInterface
    public interface Task1<A> extends Reference {
        /**
         * The method.
         *
         * @param a its argument
         * @throws Exception whatever it throws
         */
        void run(A a) throws Exception;
    }

    /**
     * A task with two arguments.
     *
     * @param <A> the first one's type
     * @param <B> the second one's type
     */
    @FunctionalInterface
    public interface Task2<A, B> extends Reference {
        /**
         * The method.
         *
         * @param a its first argument
         * @param b its second argument
         * @throws Exception whatever it throws
         */
        void run(A a, B b) throws Exception;
    }

    /**
     * A task with three arguments.
     *
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @param <C> the third one's type
     */
    @FunctionalInterface
    public interface Task3<A, B, C> extends Reference {
        /**
         * The method.
         *
         * @param a its first argument
         * @param b its second argument
         * @param c its third argument
         * @throws Exception whatever it throws
         */
        void run(A a, B b, C c) throws Exception;
    }

    /**
     * Runs a task without arguments.
     *
     * @param task a method reference
     * @return names the task
     */
    public static TaskHandle run(Task0 task) {
        TaskRunner there = runner();
        if (there != null) {
            return there.run(task);
        }
        try {
            task.run();
        } catch (Exception e) {
            throw failed(e);
        }
        return done();
    }

    /**
     * Runs a task with one argument.
     *
     * @param task a method reference
     * @param a its argument
     * @param <A> its type
     * @return names the task
     */
    public static <A> TaskHandle run(Task1<A> task, A a) {
        TaskRunner there = runner();
        if (there != null) {
            return there.run(task, a);
        }
        try {
            task.run(a);
        } catch (Exception e) {
            throw failed(e);
        }
        return done();
    }

    /**
     * Runs a task with two arguments.
     *
     * @param task a method reference
     * @param a its first argument
     * @param b its second argument
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @return names the task
     */
    public static <A, B> TaskHandle run(Task2<A, B> task, A a, B b) {
        TaskRunner there = runner();
        if (there != null) {
            return there.run(task, a, b);
        }
        try {
            task.run(a, b);
        } catch (Exception e) {
            throw failed(e);
        }
        return done();
    }

    /**
     * Runs a task with three arguments.
     *
     * @param task a method reference
     * @param a its first argument
     * @param b its second argument
     * @param c its third argument
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @param <C> the third one's type
     * @return names the task
     */
    public static <A, B, C> TaskHandle run(Task3<A, B, C> task, A a, B b, C c) {
        TaskRunner there = runner();
        if (there != null) {
            return there.run(task, a, b, c);
        }
        try {
            task.run(a, b, c);
        } catch (Exception e) {
            throw failed(e);
        }
        return done();
    }

    /**
     * What has become of a task with {@code captureResult}.
     *
     * @param handle what {@code run} returned
     * @return its state; {@code UNKNOWN} where nothing is kept
     */
    public static TaskStatus status(TaskHandle handle) {
        TaskRunner there = runner();
        return there == null ? new TaskStatus(TaskStatus.State.UNKNOWN, null, null) : there.status(handle);
    }

    /**
     * Leaves what hands tasks over.
     *
     * @param there null to call methods at once
     */
    public static void use(@Nullable TaskRunner there) {
        runner = there;
    }

    /** In Lambda nothing is called by the way: a handler of a project with tasks leaves what hands them over. */
    private static @Nullable TaskRunner runner() {
        TaskRunner there = runner;
        if (there == null && System.getenv("AWS_LAMBDA_FUNCTION_NAME") != null) {
            throw new IllegalStateException(
                    "no task was compiled into this function: put @Task on the method, and build the project again");
        }
        return there;
    }

    private static TaskHandle done() {
        return new TaskHandle(UUID.randomUUID().toString());
    }

    /** Elsewhere a failure is the task's and not the caller's; but here nobody else could tell it. */
    private static RuntimeException failed(Exception failure) {
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("the task failed: " + failure, failure);
    }
}
