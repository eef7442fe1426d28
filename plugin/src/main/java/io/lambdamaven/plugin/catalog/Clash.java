package io.lambdamaven.plugin.catalog;

/**
 * Values of a trigger that do not go together.
 *
 * @param topic which rule is broken
 * @param summary what is wrong, one sentence
 * @param remedy what to change, without the annotation's name
 */
public record Clash(Topic topic, String summary, String remedy) {
    /** Rules that have a diagnostic of their own. */
    public enum Topic {
        /** A batch larger than Lambda gathers without a window. */
        WINDOW,
        /** Settings that FIFO queues do not have. */
        FIFO,
        /** Everything else. */
        OTHER
    }

    static Clash of(String summary, String remedy) {
        return new Clash(Topic.OTHER, summary, remedy);
    }
}
