package io.lambdamaven.plugin.scan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * One annotation as a class file has it: without the values that were left to their defaults.
 *
 * @param type binary name
 * @param values strings, numbers, flags, nested uses and lists of these; an enum's constant is its name
 */
record AnnotationUse(String type, Map<String, Object> values) {
    AnnotationUse {
        values = Map.copyOf(values);
    }

    /** How a user writes it: {@code @HttpTrigger}. */
    String display() {
        return "@" + type.substring(type.lastIndexOf('.') + 1);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return text(name, "");
    }

    String text(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    @Nullable
    String textOrNull(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Integer number ? number : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    List<String> texts(String name, List<String> otherwise) {
        return has(name) ? elements(name, String.class) : otherwise;
    }

    /** Of an attribute that is a list of classes. */
    List<Type> types(String name) {
        return elements(name, Type.class);
    }

    /** The annotations that a container of repeated ones holds. */
    List<AnnotationUse> contents() {
        return elements("value", AnnotationUse.class);
    }

    private <T> List<T> elements(String name, Class<T> type) {
        if (values.get(name) instanceof List<?> list) {
            return list.stream().filter(type::isInstance).map(type::cast).toList();
        }
        return List.of();
    }
}
