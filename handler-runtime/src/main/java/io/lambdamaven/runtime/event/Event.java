package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** What an event is, and what its recognition met on the way of the keys that say which route it takes. */
public final class Event {
    private final EventKind kind;
    private final String detail;
    private final @Nullable Marks marks;

    /**
     * Makes one of which no more is known.
     *
     * @param kind who sent it
     * @param detail see {@link #detail()}
     */
    public Event(EventKind kind, String detail) {
        this(kind, detail, null);
    }

    Event(EventKind kind, String detail, @Nullable Marks marks) {
        this.kind = kind;
        this.detail = detail;
        this.marks = marks;
    }

    /**
     * Who sent it.
     *
     * @return its kind
     */
    public EventKind kind() {
        return kind;
    }

    /**
     * The sender's own word for what it is, where it has one.
     *
     * @return Cognito's {@code triggerSource}, a WebSocket's {@code eventType}, the {@code source} of an EventBridge
     *     event; {@code multi-value} for such a load balancer, {@code window} for a stream's tumbling window; else empty
     */
    public String detail() {
        return detail;
    }

    /**
     * The text of a key.
     *
     * @param mark a constant of {@link Mark}
     * @return the text; empty if the event has none there
     */
    public String value(int mark) {
        return marks == null ? "" : marks.value(mark);
    }

    @Nullable
    JsonCursor cursor(int mark) {
        return marks == null ? null : marks.cursor(mark);
    }

    /**
     * How many elements {@code Records} has.
     *
     * @return 0 if there is no such array
     */
    public int records() {
        return marks == null ? 0 : marks.records();
    }

    /**
     * A key of those that tell events apart which stands there more than once.
     *
     * @return its name, null if there is none
     */
    public @Nullable String repeated() {
        return marks == null ? null : marks.repeated();
    }

    /** The same event taken for another kind. */
    Event as(EventKind other) {
        return new Event(other, detail, marks);
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + " (" + detail + ")";
    }
}
