package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.json.Scalars;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path, query, header or cookie value on its way to a parameter; used by generated handlers. */
public final class Param {
    private final String place;
    private final String name;
    private final List<String> values;

    Param(String place, String name, List<String> values) {
        this.place = place;
        this.name = name;
        this.values = values;
    }

    /**
     * A value of a place of its own.
     *
     * @param place what it is, for messages
     * @param name what it is called there
     * @param values none, one or several
     * @return the value
     */
    public static Param of(String place, String name, List<String> values) {
        return new Param(place, name, values);
    }

    /**
     * Sets what to use when the request has no such value.
     *
     * @param value as the request would have it
     * @return this, or one with that value
     */
    public Param orElse(String value) {
        return values.isEmpty() ? new Param(place, name, List.of(value)) : this;
    }

    /**
     * The value; the first one of several.
     *
     * @param type a type that {@link Scalars#parse} reads
     * @param <T> that type
     * @return the value
     * @throws BindException if there is none or it does not fit
     */
    public <T> T as(Class<T> type) {
        if (values.isEmpty()) {
            throw new BindException(place + " '" + name + "' is missing", null);
        }
        return parse(values.get(0), type);
    }

    /**
     * The value, if there is one.
     *
     * @param type a type that {@link Scalars#parse} reads
     * @param <T> that type
     * @return the value or null
     * @throws BindException if it does not fit
     */
    public <T> @Nullable T asNullable(Class<T> type) {
        return values.isEmpty() ? null : parse(values.get(0), type);
    }

    /**
     * The value, if there is one.
     *
     * @param type a type that {@link Scalars#parse} reads
     * @param <T> that type
     * @return the value or empty
     * @throws BindException if it does not fit
     */
    public <T> Optional<T> asOptional(Class<T> type) {
        return Optional.ofNullable(asNullable(type));
    }

    /**
     * All values.
     *
     * @param type a type that {@link Scalars#parse} reads
     * @param <T> that type
     * @return in the order of the request, empty if there is none
     * @throws BindException if one does not fit
     */
    public <T> List<T> asList(Class<T> type) {
        List<T> list = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            list.add(parse(values.get(i), type));
        }
        return list;
    }

    private <T> T parse(String text, Class<T> type) {
        try {
            return type.cast(Scalars.parse(text, type));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BindException(place + " '" + name + "' is not " + form(type), e);
        }
    }

    /** What the caller should have sent; classes of the project are not named. */
    private static String form(Class<?> type) {
        if (type.isEnum()) {
            StringBuilder out = new StringBuilder("one of");
            for (Object constant : type.getEnumConstants()) {
                out.append(' ').append(((Enum<?>) constant).name());
            }
            return out.toString();
        }
        return "of type " + type.getSimpleName();
    }
}
