package io.lambdamaven.runtime.route;

/**
 * A resource as a route names it, placeholders resolved: a plain name or an ARN.
 *
 * @param value the name or ARN
 */
public record ResourceName(String value) {
    /**
     * Whether an event's resource is this one, or a part of it as a stream is of its table: whole ARNs are compared
     * where both sides have one, else the names.
     *
     * @param resource a name or ARN from an event
     * @return true if it is
     */
    public boolean matches(String resource) {
        if (value.startsWith("arn:") && resource.startsWith("arn:")) {
            return resource.startsWith(value)
                    && (resource.length() == value.length() || resource.charAt(value.length()) == '/');
        }
        return namePart(value).equals(namePart(resource));
    }

    /**
     * In an ARN the name stands after the word for its type, as in {@code table/orders/stream/...} or
     * {@code alarm:errors}; queues, topics, repositories and buckets have no such word.
     */
    private static String namePart(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        int at = 0;
        for (int colons = 0; colons < 5 && at >= 0; colons++) {
            at = nameOrArn.indexOf(':', at) + 1;
            if (at == 0) {
                return nameOrArn;
            }
        }
        int end = at;
        while (end < nameOrArn.length() && nameOrArn.charAt(end) != '/' && nameOrArn.charAt(end) != ':') {
            end++;
        }
        if (end == nameOrArn.length()) {
            return nameOrArn.substring(at);
        }
        int next = nameOrArn.indexOf(nameOrArn.charAt(end), end + 1);
        return nameOrArn.substring(end + 1, next < 0 ? nameOrArn.length() : next);
    }
}
