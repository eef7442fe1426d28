package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.json.Records;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;

/** Resources to JSON and back, nothing lost. */
public final class ResourceCodec {
    private ResourceCodec() {}

    public static JsonObject toJson(Resource resource) {
        return Json.object()
                .put("type", resource.id().type().name())
                .put("resource", Records.write((Record) resource))
                .build();
    }

    public static Resource of(JsonObject json) {
        return Records.read(
                json.object("resource"), ResourceType.valueOf(json.text("type")).recordClass());
    }

    public static JsonObject idToJson(ResourceId id) {
        return Records.write(id);
    }

    public static ResourceId idOf(JsonObject json) {
        return Records.read(json, ResourceId.class);
    }
}
