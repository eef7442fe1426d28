package io.lambdamaven.plugin.plan.resource;

/** What identifies a resource: its kind and its whole derived name. */
public record ResourceId(ResourceType type, String name) implements Comparable<ResourceId> {
    @Override
    public int compareTo(ResourceId other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return type.label() + " " + name;
    }
}
