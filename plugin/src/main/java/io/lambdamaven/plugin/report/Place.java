package io.lambdamaven.plugin.report;

import org.jspecify.annotations.Nullable;

/**
 * Where a fault is: a method in a source file, a pom element, a resource.
 *
 * @param subject what is at fault, such as {@code com.example.OrderApi.get(id)} or {@code <timeout>}
 * @param file the source file's name where it is known
 * @param line its line, or 0 where it is not known
 */
public record Place(String subject, @Nullable String file, int line) {

    /** A place that is no source code. */
    public static Place of(String subject) {
        return new Place(subject, null, 0);
    }

    @Override
    public String toString() {
        if (file == null) {
            return subject;
        }
        return line > 0 ? subject + " (" + file + ":" + line + ")" : subject + " (" + file + ")";
    }
}
