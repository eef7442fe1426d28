package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.AppSyncRequest;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.event.Ways;
import io.lambdamaven.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees an event of AppSync, or an element of a batch; the payload is the arguments, for a channel the whole event. */
public final class AppSyncView extends View {
    private String @Nullable [] names;

    /**
     * Sees an event.
     *
     * @param event the event, or one element of a batch
     */
    public AppSyncView(byte[] event) {
        super("'arguments' of the event", event);
    }

    /**
     * Which field or channel it is about.
     *
     * @return type and field, or else the channel's namespace and the operation; empty texts for the others
     */
    public String[] names() {
        String[] known = names;
        if (known == null) {
            String[] texts = Ways.texts(
                    event(),
                    "info.parentTypeName",
                    "info.fieldName",
                    "info.channelNamespace.name",
                    "info.operation",
                    "typeName",
                    "fieldName");
            // Mapping templates of one's own have type and field at the top.
            known = new String[] {
                texts[0].isEmpty() ? texts[4] : texts[0],
                texts[1].isEmpty() ? texts[5] : texts[1],
                texts[2],
                texts[2].isEmpty() ? "" : texts[3]
            };
            names = known;
        }
        return known.clone();
    }

    /**
     * Whether it is about a channel of AppSync Events.
     *
     * @return false for a field
     */
    public boolean isChannel() {
        return !names()[2].isEmpty();
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return type == AppSyncRequest.class ? request(fields()) : null;
    }

    @Override
    byte[] payload() {
        if (isChannel()) {
            return event();
        }
        Object arguments = fields().value("arguments");
        return arguments == null ? new byte[0] : Json.write(arguments);
    }

    private AppSyncRequest request(EventObject event) {
        String[] names = names();
        EventObject info = event.in("info");
        List<Map<String, Object>> events = new ArrayList<>();
        List<?> published = event.list("events");
        for (int i = 0; i < published.size(); i++) {
            events.add(EventObject.of(published.get(i)).tree());
        }
        return new AppSyncRequest(
                names[0],
                names[1],
                event.map("arguments"),
                event.has("source") ? event.map("source") : null,
                event.map("identity"),
                event.in("request").texts("headers"),
                info.textList("selectionSetList"),
                info.map("variables"),
                event.map("stash"),
                event.value("prev"),
                info.in("channel").text("path"),
                names[2],
                names[3],
                events);
    }
}
