package io.lambdamaven.runtime.form;

import io.lambdamaven.api.FormPart;
import io.lambdamaven.runtime.bind.BindException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a form that have one name, on their way to a parameter; used by generated handlers. */
public final class Parts {
    private final String name;
    private final List<FormPart> parts;

    Parts(String name, List<FormPart> parts) {
        this.name = name;
        this.parts = parts;
    }

    /**
     * The part; the first one of several.
     *
     * @param type the class of parts
     * @param <T> the same
     * @return the part
     * @throws BindException if there is none
     */
    public <T> T as(Class<T> type) {
        if (parts.isEmpty()) {
            throw new BindException("form part '" + name + "' is missing", null);
        }
        return type.cast(parts.get(0));
    }

    /**
     * The part, if there is one.
     *
     * @param type the class of parts
     * @param <T> the same
     * @return the part or null
     */
    public <T> @Nullable T asNullable(Class<T> type) {
        return parts.isEmpty() ? null : type.cast(parts.get(0));
    }

    /**
     * The part, if there is one.
     *
     * @param type the class of parts
     * @param <T> the same
     * @return the part or empty
     */
    public <T> Optional<T> asOptional(Class<T> type) {
        return Optional.ofNullable(asNullable(type));
    }

    /**
     * All parts.
     *
     * @param type the class of parts
     * @return in the order of the form, empty if there is none
     */
    public List<FormPart> asList(Class<FormPart> type) {
        return List.copyOf(parts);
    }
}
