package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.ResourceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the components of a resource; what is null is left out. */
final class Members {
    private final JsonObject.Builder object = Json.object();

    Members put(String name, @Nullable String value) {
        object.putIfPresent(name, value);
        return this;
    }

    Members put(String name, @Nullable Integer value) {
        object.putIfPresent(name, value);
        return this;
    }

    Members put(String name, @Nullable Boolean value) {
        if (value != null) {
            object.put(name, value.booleanValue());
        }
        return this;
    }

    Members put(String name, @Nullable Map<String, String> value) {
        if (value != null) {
            object.put(name, Json.object().putAll(value));
        }
        return this;
    }

    Members put(String name, List<String> value) {
        object.put(name, Json.texts(value));
        return this;
    }

    Members put(String name, ResourceId value) {
        object.put(name, ResourceCodec.idToJson(value));
        return this;
    }

    Members putIds(String name, List<ResourceId> value) {
        object.put(name, Json.array(value.stream().map(ResourceCodec::idToJson).toList()));
        return this;
    }

    Members target(String functionName, String alias) {
        return put("functionName", functionName).put("alias", alias);
    }

    JsonObject build() {
        return object.build();
    }
}
