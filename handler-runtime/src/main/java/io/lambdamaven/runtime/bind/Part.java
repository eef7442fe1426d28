package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import org.jspecify.annotations.Nullable;

/** Sees an event that has no type of its own in the API: a member of it is the payload proper, or the whole event. */
public final class Part extends View {
    private final String[] way;

    /**
     * Sees a part of an event.
     *
     * @param event the event
     * @param way names of the members that lead to the payload proper; none for the whole event
     */
    public Part(byte[] event, String... way) {
        super(way.length == 0 ? "the event" : "'" + String.join(".", way) + "' of the event", event);
        this.way = way.clone();
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return null;
    }

    @Override
    byte[] payload() {
        if (way.length == 0) {
            return event();
        }
        Object part = fields().value(way[0]);
        for (int i = 1; i < way.length; i++) {
            part = EventObject.of(part).value(way[i]);
        }
        return part == null ? new byte[0] : Json.write(part);
    }
}
