package io.lambdamaven.plugin.catalog;

/** Names within ARNs, as the runtime's {@code ResourceName} reads them. */
public final class ResourceNames {
    private ResourceNames() {}

    /**
     * In an ARN the name stands after the word for its type, as in {@code table/orders/stream/...} or
     * {@code alarm:errors}; queues, topics, repositories and buckets have no such word.
     */
    public static String name(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        String[] parts = nameOrArn.split(":", 6);
        if (parts.length < 6) {
            return nameOrArn;
        }
        String[] words = parts[5].split(parts[5].matches("[^:/]*/.*") ? "/" : ":", -1);
        return words.length == 1 ? words[0] : words[1];
    }
}
