package io.lambdamaven.plugin.json;

import java.util.Iterator;
import java.util.List;

/** A JSON array. */
public record JsonArray(List<Json> values) implements Json, Iterable<Json> {
    public JsonArray {
        values = List.copyOf(values);
    }

    @Override
    public Iterator<Json> iterator() {
        return values.iterator();
    }

    public int size() {
        return values.size();
    }

    public Json get(int index) {
        return values.get(index);
    }

    /** The elements, each of which must be a string. */
    public List<String> asTexts() {
        return values.stream().map(Json::asText).toList();
    }
}
