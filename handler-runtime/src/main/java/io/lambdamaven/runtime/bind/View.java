package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.JsonException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How methods see one kind of event: as its type of the API, as text, and as the payload proper, from which all other
 * types are bound. Nothing is read or made before it is asked for.
 */
public abstract class View {
    private final String what;
    private final byte[] event;
    private final EventObject fields;
    private boolean asked;

    View(String what, byte[] event) {
        this.what = what;
        this.event = event;
        this.fields = EventObject.of(event);
    }

    /** The event, or the part of it that is seen. */
    final byte[] event() {
        return event;
    }

    /**
     * The event's members.
     *
     * @return read when they are first asked for
     */
    public final EventObject fields() {
        return fields;
    }

    /** The event as a type of the API, null if it has no such form. */
    abstract @Nullable Object made(Class<?> type);

    /** As text an event is itself, not its payload. */
    byte[] text() {
        return event;
    }

    /** What all other types are bound from. */
    byte[] payload() {
        return event;
    }

    /**
     * Whether the method has asked for it, in any form.
     *
     * @return false if it takes the whole event at most
     */
    public boolean isAsked() {
        return asked;
    }

    final Object as(Type type) {
        asked = true;
        try {
            Object made = type instanceof Class<?> plain ? made(plain) : null;
            if (made != null) {
                return made;
            }
            return type == String.class
                    ? new String(text(), StandardCharsets.UTF_8)
                    : Payload.json(what, payload()).as(type);
        } catch (JsonException e) {
            throw new BindException("the event " + e.fault(), e);
        }
    }
}
