package io.lambdamaven.runtime.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Names of members that are told apart by their bytes: nothing is made of a name that is asked for here. */
public final class Keys {
    /** What {@link JsonCursor#nextKey} says at the end of an object. */
    public static final int END = -2;

    private static final int OTHER = -1;

    private final byte[][] names;
    private final int[] numbers;

    /**
     * Makes an empty set.
     *
     * @param room a power of two, above the number of names
     */
    public Keys(int room) {
        this.names = new byte[room][];
        this.numbers = new int[room];
    }

    /**
     * Adds a name.
     *
     * @param name in ASCII
     * @param number not negative
     * @return this
     */
    public Keys add(String name, int number) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        int slot = slot(bytes, 0, bytes.length);
        while (names[slot] != null) {
            slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = bytes;
        numbers[slot] = number;
        return this;
    }

    /**
     * The name of a number.
     *
     * @param number as it was added
     * @return null if there is none
     */
    public @Nullable String nameOf(int number) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null && numbers[i] == number) {
                return new String(names[i], StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }

    /** The number of a name, negative for none of these. */
    int find(byte[] in, int from, int to) {
        if (from == to) {
            return OTHER;
        }
        int slot = slot(in, from, to);
        while (names[slot] != null) {
            if (isAt(names[slot], in, from, to)) {
                return numbers[slot];
            }
            slot = (slot + 1) & (names.length - 1);
        }
        return OTHER;
    }

    private int slot(byte[] in, int from, int to) {
        int hash = ((to - from) * 31 + in[from]) * 31 + in[(from + to) >>> 1];
        return (hash * 31 + in[to - 1]) & (names.length - 1);
    }

    private static boolean isAt(byte[] name, byte[] in, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != in[from + i]) {
                return false;
            }
        }
        return true;
    }
}
