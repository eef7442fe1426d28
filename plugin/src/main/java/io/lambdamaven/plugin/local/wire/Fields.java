package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the components of a resource; what is left out is null. */
record Fields(JsonObject json) {

    String text(String name) {
        return json.text(name);
    }

    @Nullable
    String find(String name) {
        return json.has(name) ? json.text(name) : null;
    }

    @Nullable
    Integer number(String name) {
        return json.has(name) ? (Integer) json.get(name).asInt() : null;
    }

    @Nullable
    Boolean flag(String name) {
        return json.has(name) ? (Boolean) json.flag(name) : null;
    }

    Map<String, String> tags() {
        return Objects.requireNonNullElse(map("tags"), Map.of());
    }

    @Nullable
    Map<String, String> map(String name) {
        if (!json.has(name)) {
            return null;
        }
        Map<String, String> map = new TreeMap<>();
        json.object(name).members().forEach((key, value) -> map.put(key, value.asText()));
        return map;
    }

    List<String> texts(String name) {
        return json.array(name).asTexts();
    }

    ResourceId id(String name) {
        return ResourceCodec.idOf(json.object(name));
    }

    List<ResourceId> ids(String name) {
        return json.array(name).values().stream()
                .map(Json::asObject)
                .map(ResourceCodec::idOf)
                .toList();
    }
}
