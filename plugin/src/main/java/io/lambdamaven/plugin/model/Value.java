package io.lambdamaven.plugin.model;

import java.util.List;

/** What a trigger says of one attribute of its annotation. */
public sealed interface Value {

    /** A string, or the name of an enum's constant. */
    record Text(String text) implements Value {}

    /** Strings, or names of an enum's constants. */
    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A whole number. */
    record Whole(int number) implements Value {}

    /** True or false. */
    record Flag(boolean flag) implements Value {}
}
