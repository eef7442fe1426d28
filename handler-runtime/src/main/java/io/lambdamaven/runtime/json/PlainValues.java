package io.lambdamaven.runtime.json;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Single values that are read without data binding, as they are written: results that are kept come back so. */
final class PlainValues {
    private PlainValues() {}

    static boolean has(Type type) {
        return type == String.class || isBoolean(type) || isInt(type) || isLong(type) || isDouble(type);
    }

    /** Null for what is none of the type as it stands: whether it can be made one, data binding knows. */
    static @Nullable Object as(@Nullable Object tree, Type type) {
        if (tree instanceof String) {
            return type == String.class ? tree : null;
        } else if (tree instanceof Boolean) {
            return isBoolean(type) ? tree : null;
        } else if (tree instanceof Double) {
            return isDouble(type) ? tree : null;
        } else if (tree instanceof Integer || tree instanceof Long) {
            Number number = (Number) tree;
            return isLong(type) ? (Object) number.longValue() : isInt(type) && tree instanceof Integer ? tree : null;
        }
        return null;
    }

    private static boolean isBoolean(Type type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean isInt(Type type) {
        return type == int.class || type == Integer.class;
    }

    private static boolean isLong(Type type) {
        return type == long.class || type == Long.class;
    }

    private static boolean isDouble(Type type) {
        return type == double.class || type == Double.class;
    }
}
