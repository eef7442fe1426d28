package io.lambdamaven.api;

/** Hands tasks over; generated handlers leave one for {@link Tasks}. */
public interface TaskRunner {
    /**
     * Hands a task over.
     *
     * @param task a method reference
     * @param arguments of the method
     * @return names the task
     */
    TaskHandle run(Tasks.Reference task, Object... arguments);

    /**
     * What has become of a task.
     *
     * @param handle names it
     * @return its state
     */
    TaskStatus status(TaskHandle handle);
}
