package io.lambdamaven.plugin.local.table;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of an item by name. */
record Item(SortedMap<String, Value> attributes) {
    static final Item NONE = new Item(new TreeMap<>());

    Item {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    static Item of(JsonObject json) {
        SortedMap<String, Value> attributes = new TreeMap<>();
        json.members().forEach((name, value) -> attributes.put(name, Value.of(value)));
        return new Item(attributes);
    }

    @Nullable
    Value get(String name) {
        return attributes.get(name);
    }

    /** In bytes, as DynamoDB counts them. */
    int size() {
        return attributes.entrySet().stream()
                .mapToInt(each -> each.getKey().getBytes(StandardCharsets.UTF_8).length
                        + each.getValue().size())
                .sum();
    }

    JsonObject toJson() {
        JsonObject.Builder json = Json.object();
        attributes.forEach((name, value) -> json.put(name, value.toJson()));
        return json.build();
    }
}
