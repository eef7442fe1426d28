package io.lambdamaven.runtime.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes generic types for {@link Arguments#payload(Type)}; used by generated handlers. */
public final class Types {
    private Types() {}

    /**
     * A generic type with its arguments.
     *
     * @param raw such as {@code List.class}
     * @param arguments such as {@code Order.class}
     * @return such as {@code List<Order>}
     */
    public static Type of(Class<?> raw, Type... arguments) {
        return new Parameterized(raw, arguments.clone());
    }

    private static final class Parameterized implements ParameterizedType {
        private final Class<?> raw;
        private final Type[] arguments;

        Parameterized(Class<?> raw, Type[] arguments) {
            this.raw = raw;
            this.arguments = arguments;
        }

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ParameterizedType type
                    && type.getRawType().equals(raw)
                    && Arrays.equals(type.getActualTypeArguments(), arguments);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(arguments) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            return raw.getName() + Arrays.toString(arguments);
        }
    }
}
