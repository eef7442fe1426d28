package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.event.Members;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sees an event of a Config rule; what invoked the rule is the payload: JSON, in a string of the event. */
public final class ConfigView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public ConfigView(byte[] event) {
        super("'invokingEvent' of the event", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return null;
    }

    @Override
    byte[] payload() {
        return Members.text(event(), "invokingEvent").getBytes(StandardCharsets.UTF_8);
    }
}
