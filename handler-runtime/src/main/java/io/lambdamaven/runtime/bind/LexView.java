package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.LexRequest;
import io.lambdamaven.runtime.event.EventObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees an event of a Lex bot, of either version. */
public final class LexView extends View {
    private final boolean first;

    /**
     * Sees an event.
     *
     * @param first whether it is of version 1
     * @param event the event
     */
    public LexView(boolean first, byte[] event) {
        super("the event", event);
        this.first = first;
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        return type != LexRequest.class ? null : first ? one(fields()) : two(fields());
    }

    private static LexRequest two(EventObject event) {
        EventObject bot = event.in("bot");
        EventObject state = event.in("sessionState");
        EventObject intent = state.in("intent");
        return new LexRequest(
                2,
                bot.text("name"),
                bot.text("aliasName"),
                bot.text("localeId"),
                event.text("sessionId"),
                event.text("invocationSource"),
                intent.text("name"),
                intent.text("confirmationState"),
                slots(intent.map("slots")),
                event.text("inputTranscript"),
                state.texts("sessionAttributes"),
                event.texts("requestAttributes"),
                event.tree());
    }

    private static LexRequest one(EventObject event) {
        EventObject bot = event.in("bot");
        EventObject intent = event.in("currentIntent");
        return new LexRequest(
                1,
                bot.text("name"),
                bot.text("alias"),
                "",
                event.text("userId"),
                event.text("invocationSource"),
                intent.text("name"),
                intent.text("confirmationStatus"),
                slots(intent.map("slots")),
                event.text("inputTranscript"),
                event.texts("sessionAttributes"),
                event.texts("requestAttributes"),
                event.tree());
    }

    /** A slot is a text in version 1 and an object in version 2, with values of its own if it takes several. */
    private static Map<String, String> slots(Map<String, Object> slots) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> slot : slots.entrySet()) {
            put(texts, slot.getKey(), text(slot.getValue()));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object slot) {
        if (slot instanceof Map) {
            return EventObject.of(slot).in("value").textOrNull("interpretedValue");
        }
        return slot == null ? null : String.valueOf(slot);
    }

    @SuppressWarnings("NullAway") // a slot that is not filled is there, as null
    private static void put(Map<String, String> texts, String name, @Nullable String value) {
        texts.put(name, value);
    }
}
