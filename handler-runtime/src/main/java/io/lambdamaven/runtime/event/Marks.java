package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where an event has the keys that matter, as far as it was read; their texts are made when somebody asks. */
final class Marks {
    private static final int USUAL = 14;

    /** A key that is there with a value that marks nothing: a later one of that name does not count either. */
    private static final int NOTHING = -1;

    private final byte[] json;
    /** Of each mark the number, from 1, of its place among those that were met; new memory is what costs time here. */
    private final byte[] met = new byte[Mark.COUNT];

    private int[] places = new int[USUAL];
    private int count;
    private final boolean operators;
    private @Nullable String repeated;
    private int records;

    Marks(byte[] json, boolean operators) {
        this.json = json;
        this.operators = operators;
    }

    /** Its value begins here. */
    void put(int mark, int place) {
        if (met[mark] == 0) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            met[mark] = (byte) ++count;
        }
        places[met[mark] - 1] = place;
    }

    /** There, but marks nothing. */
    void putNothing(int mark) {
        put(mark, NOTHING);
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
        return met[mark] != 0;
    }

    boolean has(int mark, int other) {
        return has(mark) && has(other);
    }

    boolean has(int mark, int other, int third) {
        return has(mark, other) && has(third);
    }

    boolean is(int mark, String value) {
        return isText(mark) ? JsonCursor.isTextAt(json, place(mark), value) : has(mark) && value.isEmpty();
    }

    /** Whether its text holds another one, of which {@link JsonCursor#isTextWithin} says what it may be. */
    boolean contains(int mark, String text) {
        return isText(mark) && JsonCursor.isTextWithin(json, place(mark), text);
    }

    /** Negative for none. */
    private int place(int mark) {
        return met[mark] == 0 ? NOTHING : places[met[mark] - 1];
    }

    /** Whether it is there with a text. */
    boolean isText(int mark) {
        int place = place(mark);
        return place >= 0 && json[place] == '"';
    }

    /** On its value; null if there is none. */
    @Nullable
    JsonCursor cursor(int mark) {
        int place = place(mark);
        return place >= 0 ? JsonCursor.at(json, place) : null;
    }

    /** Its text, empty for anything else. */
    String value(int mark) {
        return isText(mark) ? JsonCursor.textAt(json, place(mark)) : "";
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
