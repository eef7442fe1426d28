package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a method of a trigger may return.
 *
 * @param shapes that any class can have
 * @param types binary names, with those of type arguments in angle brackets
 */
public record Results(Set<Shape> shapes, List<String> types) {
    /** Nobody looks at it, or it is written as JSON whatever it is. */
    static final Results ANYTHING = of(Shape.ANYTHING);

    public Results {
        shapes = Set.copyOf(shapes);
        types = List.copyOf(types);
    }

    /** A family of types. */
    public enum Shape {
        ANYTHING("any type"),
        NOTHING("void"),
        TEXT("String"),
        BYTES("byte[]"),
        TRUTH("boolean"),
        /** An object whose members only the method knows. */
        TREE("Map or JsonNode"),
        OWN("a record or class of your own");

        private final String words;

        Shape(String words) {
            this.words = words;
        }
    }

    static Results of(Shape... shapes) {
        Set<Shape> set = EnumSet.noneOf(Shape.class);
        set.addAll(List.of(shapes));
        return new Results(set, List.of());
    }

    Results api(String... simpleNames) {
        return with(RuntimeNames.API, simpleNames);
    }

    Results aws(String... simpleNames) {
        return with(RuntimeNames.AWS_EVENTS, simpleNames);
    }

    /** A type of the platform by its whole name. */
    Results type(String name) {
        return with("", name);
    }

    private Results with(String prefix, String... names) {
        List<String> all = new ArrayList<>(types);
        for (String name : names) {
            all.add(prefix + name);
        }
        return new Results(shapes, all);
    }

    /** For messages: what the method may return. */
    public String choices() {
        List<String> words = new ArrayList<>();
        if (shapes.contains(Shape.NOTHING)) {
            words.add(Shape.NOTHING.words);
        }
        types.forEach(type ->
                words.add(type.replaceAll("[a-zA-Z]+\\.(?=[\\w.]*[A-Z])", "").replace('$', '.')));
        for (Shape shape : Shape.values()) {
            if (shape != Shape.NOTHING && shapes.contains(shape)) {
                words.add(shape.words);
            }
        }
        return Forms.or(words);
    }
}
