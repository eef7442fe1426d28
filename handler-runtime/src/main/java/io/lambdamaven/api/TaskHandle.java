package io.lambdamaven.api;

import java.util.Objects;

/**
 * Names a task that was handed over.
 *
 * @param id by which its state is kept
 */
public record TaskHandle(String id) {
    /** Names a task, such as one whose id was kept elsewhere. */
    public TaskHandle {
        Objects.requireNonNull(id, "id");
    }
}
