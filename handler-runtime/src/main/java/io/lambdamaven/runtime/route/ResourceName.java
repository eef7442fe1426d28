package io.lambdamaven.runtime.route;

/**
 * A bucket or queue as a route names it, placeholders resolved: a plain name or an ARN.
 *
 * @param value the name or ARN
 */
public record ResourceName(String value) {
    /**
     * Whether an event's resource is this one: whole ARNs are compared where both sides have one, else the names.
     *
     * @param resource a name or ARN from an event
     * @return true if it is
     */
    public boolean matches(String resource) {
        if (value.startsWith("arn:") && resource.startsWith("arn:")) {
            return value.equals(resource);
        }
        return namePart(value).equals(namePart(resource));
    }

    /** Names of queues and buckets hold no colon, and end their ARNs. */
    private static String namePart(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1) : nameOrArn;
    }
}
