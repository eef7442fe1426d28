package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.resource.Resource;

/** A resource with whom it belongs to. */
public record Recorded(String project, String stage, String region, Resource resource) {

    public JsonObject toJson() {
        return Json.object()
                .put("project", project)
                .put("stage", stage)
                .put("region", region)
                .put("resource", ResourceCodec.toJson(resource))
                .build();
    }

    public static Recorded of(JsonObject json) {
        return new Recorded(
                json.text("project"),
                json.text("stage"),
                json.text("region"),
                ResourceCodec.of(json.object("resource")));
    }

    /** Whether it belongs to this project in this stage. */
    public boolean isOf(String otherProject, String otherStage) {
        return project.equals(otherProject) && stage.equals(otherStage);
    }
}
