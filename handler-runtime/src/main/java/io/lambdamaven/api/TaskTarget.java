package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/** A function that tasks are handed to: {@code Tasks.to("invoices-prod").run(printer::print, invoice)}. */
public final class TaskTarget {
    /** Of {@code arn:aws:lambda:eu-west-1:123456789012:function:invoices-prod}. */
    private static final int PARTS = 7;

    private static final int LONGEST = 140;

    /** Of tasks that go where the project says. */
    static final TaskTarget OWN = new TaskTarget();

    private final @Nullable String function;

    private TaskTarget() {
        this.function = null;
    }

    TaskTarget(String function) {
        if (!isFunction(function)) {
            throw new IllegalArgumentException("'" + function
                    + "' is neither the name of a function nor its ARN without a version or alias, such as"
                    + " invoices-prod or arn:aws:lambda:eu-west-1:123456789012:function:invoices-prod");
        }
        this.function = function;
    }

    /**
     * Runs a task without arguments.
     *
     * @param task a method reference
     * @return names the task
     */
    public TaskHandle run(Tasks.Task0 task) {
        TaskRunner there = Tasks.runner();
        if (there != null) {
            return there.run(function, task);
        }
        try {
            task.run();
        } catch (Exception e) {
            throw Tasks.failed(e);
        }
        return Tasks.done();
    }

    /**
     * Runs a task with one argument.
     *
     * @param task a method reference
     * @param a its argument
     * @param <A> its type
     * @return names the task
     */
    public <A> TaskHandle run(Tasks.Task1<A> task, A a) {
        TaskRunner there = Tasks.runner();
        if (there != null) {
            return there.run(function, task, a);
        }
        try {
            task.run(a);
        } catch (Exception e) {
            throw Tasks.failed(e);
        }
        return Tasks.done();
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
    public <A, B> TaskHandle run(Tasks.Task2<A, B> task, A a, B b) {
        TaskRunner there = Tasks.runner();
        if (there != null) {
            return there.run(function, task, a, b);
        }
        try {
            task.run(a, b);
        } catch (Exception e) {
            throw Tasks.failed(e);
        }
        return Tasks.done();
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
    public <A, B, C> TaskHandle run(Tasks.Task3<A, B, C> task, A a, B b, C c) {
        TaskRunner there = Tasks.runner();
        if (there != null) {
            return there.run(function, task, a, b, c);
        }
        try {
            task.run(a, b, c);
        } catch (Exception e) {
            throw Tasks.failed(e);
        }
        return Tasks.done();
    }

    private static boolean isFunction(String function) {
        String[] parts = function.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!isWord(parts[i])) {
                return false;
            }
        }
        return parts.length == 1
                || (parts.length == PARTS
                        && parts[0].equals("arn")
                        && parts[2].equals("lambda")
                        && parts[5].equals("function"));
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '_' && (c > 'z' || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
