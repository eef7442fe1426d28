package io.lambdamaven.api;

import java.io.Serializable;
import java.util.Optional;
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
        return TaskTarget.OWN.run(task);
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
        return TaskTarget.OWN.run(task, a);
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
        return TaskTarget.OWN.run(task, a, b);
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
        return TaskTarget.OWN.run(task, a, b, c);
    }

    /**
     * Another function, which has the same task compiled in, such as the same project in another stage or Region. It is
     * called by an asynchronous invocation of its alias {@code ops}, which the role of this function must allow:
     * {@code @Permission(actions = "lambda:InvokeFunction", resources = "arn:...:function:NAME:ops")}. The task has the
     * transport {@code LAMBDA}. What becomes of it is kept where it runs, and is {@code UNKNOWN} here.
     *
     * @param function its name, in the own account and Region, or its ARN, without version or alias
     * @return runs tasks there
     * @throws IllegalArgumentException if that is neither
     */
    public static TaskTarget to(String function) {
        return new TaskTarget(function);
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
     * What a task with {@code captureResult} has returned.
     *
     * @param handle what {@code run} returned
     * @param type what the task's method returns
     * @param <T> that type
     * @return empty as long as it is not done, and if it returned nothing
     * @throws IllegalStateException if it failed; its transport may try it again
     */
    public static <T> Optional<T> result(TaskHandle handle, Class<T> type) {
        TaskRunner there = runner();
        return there == null ? Optional.empty() : there.result(handle, type);
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
    static @Nullable TaskRunner runner() {
        TaskRunner there = runner;
        if (there == null && System.getenv("AWS_LAMBDA_FUNCTION_NAME") != null) {
            throw new IllegalStateException(
                    "no task was compiled into this function: put @Task on the method, and build the project again");
        }
        return there;
    }

    static TaskHandle done() {
        return new TaskHandle(UUID.randomUUID().toString());
    }

    /** Elsewhere a failure is the task's and not the caller's; but here nobody else could tell it. */
    static RuntimeException failed(Exception failure) {
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("the task failed: " + failure, failure);
    }
}
