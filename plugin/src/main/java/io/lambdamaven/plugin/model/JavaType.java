package io.lambdamaven.plugin.model;

import java.util.List;
import java.util.stream.Collectors;

/** A type as a method's signature names it. */
public sealed interface JavaType {

    /** The form used in messages: simple names, {@code List<Order>}. */
    String display();

    /** @param name the keyword, {@code void} among them */
    record Primitive(String name) implements JavaType {
        @Override
        public String display() {
            return name;
        }
    }

    /**
     * A class, interface, record or enum.
     *
     * @param binaryName with dots, nested classes with {@code $}
     * @param canonicalName as source code names it, nested classes with dots
     * @param arguments empty for a type that is not generic or used raw
     */
    record Declared(String binaryName, String canonicalName, List<JavaType> arguments) implements JavaType {
        public Declared {
            arguments = List.copyOf(arguments);
        }

        /** Empty for the unnamed package. */
        public String packageName() {
            int dot = binaryName.lastIndexOf('.');
            return dot < 0 ? "" : binaryName.substring(0, dot);
        }

        /** The names from the outermost class inwards. */
        public List<String> simpleNames() {
            int start = packageName().isEmpty() ? 0 : packageName().length() + 1;
            return List.of(canonicalName.substring(start).split("\\."));
        }

        @Override
        public String display() {
            String name = String.join(".", simpleNames());
            return arguments.isEmpty()
                    ? name
                    : arguments.stream().map(JavaType::display).collect(Collectors.joining(", ", name + "<", ">"));
        }
    }

    /** An array. */
    record Array(JavaType element) implements JavaType {
        @Override
        public String display() {
            return element.display() + "[]";
        }
    }

    /** A type variable or wildcard: nothing that a value can be made of. */
    record Unbound(String text) implements JavaType {
        @Override
        public String display() {
            return text;
        }
    }
}
