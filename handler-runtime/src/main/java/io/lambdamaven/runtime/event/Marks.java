package io.lambdamaven.runtime.event;

import org.jspecify.annotations.Nullable;

/** What an event has of the keys that matter, as far as it was read. */
final class Marks {
    /** A key that is there with a value that marks nothing: a later one of that name does not count either. */
    private static final String NOTHING = "\0";

    private final @Nullable String[] found = new @Nullable String[Mark.COUNT];
    private final boolean operators;
    private @Nullable String repeated;
    private int records;

    Marks(boolean operators) {
        this.operators = operators;
    }

    /** A null value: there, but marks nothing. */
    void put(int mark, @Nullable String value) {
        found[mark] = value == null ? NOTHING : value;
    }

    /** Notes a key that stands there a second time: who reads the event later may take either. */
    void repeat(String name) {
        repeated = name;
    }

    @Nullable
    String repeated() {
        return repeated;
    }

    boolean has(int mark) {
        return found[mark] != null;
    }

    boolean has(int mark, int other) {
        return has(mark) && has(other);
    }

    boolean has(int mark, int other, int third) {
        return has(mark, other) && has(third);
    }

    boolean is(int mark, String value) {
        return value.equals(found[mark]);
    }

    /** Whether it is there with a text that marks something. */
    boolean isText(int mark) {
        return found[mark] != null && !NOTHING.equals(found[mark]);
    }

    String value(int mark) {
        String value = found[mark];
        return value == null || value.equals(NOTHING) ? "" : value;
    }

    /** Whether commands count. */
    boolean operators() {
        return operators;
    }

    void countRecord() {
        records++;
    }

    /** How many elements {@code Records} has. */
    int records() {
        return records;
    }
}
