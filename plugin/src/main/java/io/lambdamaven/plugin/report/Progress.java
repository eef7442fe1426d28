package io.lambdamaven.plugin.report;

/** Where stages tell what they did; the mojo logs it. Implementations are called from several threads. */
public interface Progress {
    /** One line that a user wants to see: a thing changed or skipped, and why. */
    void info(String line);

    /** The same, where what it means may be shown by a colour. */
    default void line(Line line) {
        info(line.text());
    }

    /** Something the user should look at, though the run goes on. */
    void warn(String line);

    /** A detail for {@code -X}. */
    void debug(String line);
}
