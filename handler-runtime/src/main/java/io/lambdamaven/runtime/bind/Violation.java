package io.lambdamaven.runtime.bind;

/**
 * What of an argument does not keep its constraints.
 *
 * @param path such as {@code order.lines[0].count}
 * @param message fit for the eyes of whoever sent it
 */
public record Violation(String path, String message) implements Comparable<Violation> {
    @Override
    public int compareTo(Violation other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : message.compareTo(other.message);
    }
}
