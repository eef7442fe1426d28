package io.lambdamaven.runtime.route;

import io.lambdamaven.runtime.event.EventKind;
import java.util.List;

/** An event arrived that no route takes. It fails the invocation, so that retries and dead-letter queues do their work. */
public final class UnroutableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final EventKind kind;
    private final String resource;

    UnroutableEventException(EventKind kind, String resource, List<String> known) {
        super(message(kind, resource, known));
        this.kind = kind;
        this.resource = resource;
    }

    /**
     * What sent the event.
     *
     * @return its kind
     */
    public EventKind kind() {
        return kind;
    }

    /**
     * What the event is about.
     *
     * @return bucket, queue, rule and so on; empty if unknown
     */
    public String resource() {
        return resource;
    }

    private static String message(EventKind kind, String resource, List<String> known) {
        StringBuilder out = new StringBuilder("no route takes this event of ").append(kind.service());
        if (!resource.isEmpty()) {
            out.append(" (").append(resource).append(')');
        }
        out.append("; the routes of this function are: ");
        for (int i = 0; i < known.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(known.get(i));
        }
        return out.append(known.isEmpty() ? "none" : "").toString();
    }
}
