package io.lambdamaven.plugin.json;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object, sorted by name. */
public record JsonObject(SortedMap<String, Json> members) implements Json {
    public JsonObject {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** The member, if there is one; {@code null} in the document counts as a member. */
    public Optional<Json> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The member at the end of a way through nested objects, if all of it exists. */
    public Optional<Json> find(String first, String... more) {
        Optional<Json> found = find(first);
        for (String name : more) {
            found = found.flatMap(value -> value instanceof JsonObject object ? object.find(name) : Optional.empty());
        }
        return found;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * The member.
     *
     * @throws JsonException if there is none
     */
    public Json get(String name) {
        Json value = members.get(name);
        if (value == null) {
            throw new JsonException("expected a member \"" + name + "\" in " + JsonException.shortened(this));
        }
        return value;
    }

    public JsonObject object(String name) {
        return get(name).asObject();
    }

    public JsonArray array(String name) {
        return get(name).asArray();
    }

    public String text(String name) {
        return get(name).asText();
    }

    /** The member's string, or the other value where the member is missing or {@code null}. */
    public String text(String name, String otherwise) {
        return find(name).filter(value -> value != Null.NULL).map(Json::asText).orElse(otherwise);
    }

    public long number(String name) {
        return get(name).asLong();
    }

    public boolean flag(String name) {
        return get(name).asBoolean();
    }

    /** A builder that starts with these members. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        members.forEach(builder::put);
        return builder;
    }

    /** Gathers members; a later member replaces an earlier one of the same name. */
    public static final class Builder {
        private final SortedMap<String, Json> members = new TreeMap<>();

        Builder() {}

        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /** A nested object that is still being built. */
        public Builder put(String name, Builder value) {
            return put(name, value.build());
        }

        public Builder putNull(String name) {
            return put(name, Null.NULL);
        }

        /** Leaves the member out where there is no value. */
        public Builder putIfPresent(String name, @Nullable String value) {
            return value == null ? this : put(name, value);
        }

        /** Leaves the member out where there is no value. */
        public Builder putIfPresent(String name, @Nullable Integer value) {
            return value == null ? this : put(name, value.longValue());
        }

        /** An object whose members are all strings. */
        public Builder putAll(Map<String, String> values) {
            values.forEach(this::put);
            return this;
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
