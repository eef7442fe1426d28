package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.EventBridgeEvent;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.event.Members;
import org.jspecify.annotations.Nullable;

/** Sees an event of an EventBridge bus; its detail is the payload. */
public final class BusView extends View {
    private final byte @Nullable [] input;

    /**
     * Sees an event.
     *
     * @param event the event
     */
    public BusView(byte[] event) {
        this(event, null);
    }

    private BusView(byte[] event, byte @Nullable [] input) {
        super(input == null ? "'detail' of the event" : "the schedule's input", event);
        this.input = input;
    }

    /**
     * Sees a schedule's tick.
     *
     * @param event the event
     * @param input the payload, null for the detail
     * @return the view
     */
    public static BusView tick(byte[] event, byte @Nullable [] input) {
        return new BusView(event, input);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != EventBridgeEvent.class) {
            return null;
        }
        EventObject event = fields();
        return new EventBridgeEvent(
                event.text("id"),
                event.text("source"),
                event.text("detail-type"),
                event.text("account"),
                event.text("region"),
                event.text("time"),
                event.textList("resources"),
                event.map("detail"));
    }

    @Override
    byte[] payload() {
        if (input != null) {
            return input;
        }
        byte[] detail = Members.json(event(), "detail");
        return detail == null ? new byte[0] : detail;
    }
}
