package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** Where an event has the keys that matter, as far as it was read; their texts are made when somebody asks. */
final class Marks {
    private static final int ABSENT = 0;

    /** A key that is there with a value that marks nothing: a later one of that name does not count either. */
    private static final int NOTHING = -1;

    private final byte[] json;
    private final int[] places = new int[Mark.COUNT];
    private final boolean operators;
    private @Nullable String repeated;
    private int records;

    Marks(byte[] json, boolean operators) {
        this.json = json;
        this.operators = operators;
    }

    /** Its value begins here; no value begins where the event does. */
    void put(int mark, int place) {
        places[mark] = place;
    }

    /** There, but marks nothing. */
    void putNothing(int mark) {
        places[mark] = NOTHING;
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
        return places[mark] != ABSENT;
    }

    boolean has(int mark, int other) {
        return has(mark) && has(other);
    }

    boolean has(int mark, int other, int third) {
        return has(mark, other) && has(third);
    }

    boolean is(int mark, String value) {
        return has(mark) && value(mark).equals(value);
    }

    /** Whether it is there with a text. */
    boolean isText(int mark) {
        return places[mark] > 0 && json[places[mark]] == '"';
    }

    /** On its value; null if there is none. */
    @Nullable
    JsonCursor cursor(int mark) {
        return places[mark] > 0 ? JsonCursor.at(json, places[mark]) : null;
    }

    /** Its text, empty for anything else. */
    String value(int mark) {
        return isText(mark) ? JsonCursor.textAt(json, places[mark]) : "";
    }

    /** Its value, plain; null if there is none. */
    @Nullable
    Object tree(int mark) {
        JsonCursor cursor = cursor(mark);
        return cursor == null ? null : Json.tree(cursor.copy());
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
