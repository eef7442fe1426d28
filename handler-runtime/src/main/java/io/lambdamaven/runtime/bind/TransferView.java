package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.TransferLogin;
import io.lambdamaven.runtime.event.EventObject;
import org.jspecify.annotations.Nullable;

/** Sees a login to a Transfer Family server. */
public final class TransferView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public TransferView(byte[] event) {
        super("the event", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != TransferLogin.class) {
            return null;
        }
        EventObject event = fields();
        return new TransferLogin(
                event.text("username"),
                event.text("password"),
                event.text("protocol"),
                event.text("serverId"),
                event.text("sourceIp"));
    }
}
