package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** What an event is, and what its recognition met on the way of the keys that say which route it takes. */
public final class Event {
    private final EventKind kind;
    private final @Nullable Marks marks;
    private @Nullable String detail;

    /**
     * Makes one of which no more is known.
     *
     * @param kind who sent it
     * @param detail see {@link #detail()}
     */
    public Event(EventKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
        this.marks = null;
    }

    Event(EventKind kind, Marks marks) {
        this.kind = kind;
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
        String known = detail;
        if (known == null) {
            known = marks == null ? "" : Verdict.detail(kind, marks);
            detail = known;
        }
        return known;
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

    /**
     * Whether a key has a text.
     *
     * @param mark a constant of {@link Mark}
     * @return false if it is not there or is something else
     */
    public boolean isText(int mark) {
        return marks != null && marks.isText(mark);
    }

    /**
     * Compares the text of a key.
     *
     * @param mark a constant of {@link Mark}
     * @param word of ASCII
     * @return whether the event has this text there
     */
    public boolean is(int mark, String word) {
        return marks != null && marks.is(mark, word);
    }

    /**
     * The value of a key.
     *
     * @param mark a constant of {@link Mark}
     * @return its JSON, null if there is none
     */
    public byte @Nullable [] json(int mark) {
        JsonCursor cursor = cursor(mark);
        return cursor == null ? null : cursor.copy();
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
        return marks == null ? new Event(other, detail()) : new Event(other, marks);
    }

    @Override
    public String toString() {
        return detail().isEmpty() ? kind.name() : kind + " (" + detail() + ")";
    }
}
