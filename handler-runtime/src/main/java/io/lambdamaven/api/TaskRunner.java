package io.lambdamaven.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands tasks over; generated handlers leave one for {@link Tasks}. */
public interface TaskRunner {
    /**
     * Hands a task over.
     *
     * @param function another one, by its name or ARN; null for where the project says
     * @param task a method reference
     * @param arguments of the method
     * @return names the task
     */
    TaskHandle run(@Nullable String function, Tasks.Reference task, Object... arguments);

    /**
     * What has become of a task.
     *
     * @param handle names it
     * @return its state
     */
    TaskStatus status(TaskHandle handle);

    /**
     * What a task has returned.
     *
     * @param handle names it
     * @param type what its method returns
     * @param <T> that type
     * @return empty unless it is done
     */
    <T> Optional<T> result(TaskHandle handle, Class<T> type);
}
