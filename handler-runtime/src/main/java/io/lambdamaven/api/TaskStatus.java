package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a task.
 *
 * @param state how far it is
 * @param result what its method returned, as JSON; null unless it is done
 * @param error what it failed with, null unless it failed
 */
public record TaskStatus(
        State state, @Nullable String result, @Nullable String error) {
    /** How far a task is. */
    public enum State {
        /** Handed over and not begun. */
        QUEUED,
        /** At work. */
        RUNNING,
        /** Done, with its result. */
        DONE,
        /** Failed; its transport may try it again. */
        FAILED,
        /** Not kept: not asked for, expired, or never there. */
        UNKNOWN
    }
}
