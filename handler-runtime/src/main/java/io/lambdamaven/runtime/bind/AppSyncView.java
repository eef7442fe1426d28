package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.AppSyncRequest;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees an event of AppSync, or one element of a batch; the arguments are the payload. */
public final class AppSyncView extends View {
    /**
     * Sees an event.
     *
     * @param event the event, or one element of a batch
     */
    public AppSyncView(byte[] event) {
        super("'arguments' of the event", event);
    }

    /**
     * The type of the field.
     *
     * @return empty for a channel
     */
    public String typeName() {
        return info("parentTypeName", "typeName");
    }

    /**
     * The field.
     *
     * @return empty for a channel
     */
    public String fieldName() {
        return info("fieldName", "fieldName");
    }

    /**
     * The namespace of the channel.
     *
     * @return empty for a field
     */
    public String namespace() {
        return fields().in("info").in("channelNamespace").text("name");
    }

    /**
     * What happens on the channel.
     *
     * @return {@code PUBLISH} or {@code SUBSCRIBE}; empty for a field
     */
    public String operation() {
        return fields().in("info").has("channel") ? fields().in("info").text("operation") : "";
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return type == AppSyncRequest.class ? request(fields()) : null;
    }

    @Override
    byte[] payload() {
        Object arguments = fields().value("arguments");
        return arguments == null ? new byte[0] : Json.write(arguments);
    }

    private AppSyncRequest request(Fields event) {
        Fields info = event.in("info");
        List<Map<String, Object>> events = new ArrayList<>();
        List<?> published = event.list("events");
        for (int i = 0; i < published.size(); i++) {
            events.add(Fields.of(published.get(i)).tree());
        }
        return new AppSyncRequest(
                typeName(),
                fieldName(),
                event.map("arguments"),
                event.has("source") ? event.map("source") : null,
                event.map("identity"),
                event.in("request").texts("headers"),
                info.textList("selectionSetList"),
                info.map("variables"),
                event.map("stash"),
                event.value("prev"),
                info.in("channel").text("path"),
                namespace(),
                operation(),
                events);
    }

    /** Mapping templates of one's own have it at the top. */
    private String info(String name, String orAtTop) {
        String text = fields().in("info").text(name);
        return text.isEmpty() ? fields().text(orAtTop) : text;
    }
}
