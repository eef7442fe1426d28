package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.CognitoTriggerEvent;
import org.jspecify.annotations.Nullable;

/** Sees a trigger of a user pool. What a method changes of it is the answer. */
public final class CognitoView extends View {
    private @Nullable CognitoTriggerEvent seen;

    /**
     * Sees an event.
     *
     * @param event the event
     */
    public CognitoView(byte[] event) {
        super("the event", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != CognitoTriggerEvent.class) {
            return null;
        }
        CognitoTriggerEvent made = seen == null ? new CognitoTriggerEvent(fields().tree()) : seen;
        seen = made;
        return made;
    }

    /**
     * What the method was given.
     *
     * @return null if it did not ask for it
     */
    public @Nullable CognitoTriggerEvent seen() {
        return seen;
    }
}
