package io.lambdamaven.runtime.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of a project as they were compiled in; a message and a method reference are looked up here alone. */
public final class TaskTable {
    private final List<Entry> entries = new ArrayList<>();

    /** Starts an empty table. */
    public TaskTable() {}

    /**
     * A task.
     *
     * @param id names it in messages
     * @param number its case in the generated switch, -1 for a task of another function
     * @param owner binary name of the class
     * @param method name of the method
     * @param descriptor of the method
     * @param function key of the function that runs it
     * @param mode words between blanks: {@code lambda}, {@code sqs} or {@code sns}; {@code capture}; {@code idempotent}
     */
    public record Entry(
            String id, int number, String owner, String method, String descriptor, String function, String mode) {
        /**
         * Whether the mode has a word.
         *
         * @param word one of those above
         * @return true if it is there
         */
        public boolean is(String word) {
            return (' ' + mode + ' ').contains(' ' + word + ' ');
        }

        /**
         * Whether its state is kept.
         *
         * @return true where results or idempotency are asked for
         */
        public boolean isKept() {
            return is("capture") || is("idempotent");
        }
    }

    /**
     * Adds a task.
     *
     * @param entry the task
     * @return this
     */
    public TaskTable add(Entry entry) {
        if (byId(entry.id()) != null) {
            throw new IllegalArgumentException("two tasks have the id " + entry.id());
        }
        entries.add(entry);
        return this;
    }

    /**
     * Finds a task.
     *
     * @param id from a message
     * @return null if none was compiled in under this id
     */
    public @Nullable Entry byId(String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(id)) {
                return entries.get(i);
            }
        }
        return null;
    }

    @Nullable
    Entry byMethod(String owner, String method, String descriptor) {
        for (int i = 0; i < entries.size(); i++) {
            Entry each = entries.get(i);
            if (each.method().equals(method)
                    && each.owner().equals(owner)
                    && each.descriptor().equals(descriptor)) {
                return each;
            }
        }
        return null;
    }
}
