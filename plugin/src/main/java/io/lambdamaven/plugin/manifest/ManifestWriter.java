package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.Route;
import java.util.Locale;

/** The manifest to JSON. */
final class ManifestWriter {
    private ManifestWriter() {}

    static JsonObject write(Manifest manifest) {
        ProjectId project = manifest.application().project();
        ApplicationJar jar = manifest.applicationJar();
        JsonObject.Builder json = Json.object();
        if (jar != null) {
            json.put(
                    "application",
                    Json.object()
                            .put("sha256", jar.sha256())
                            .put("size", jar.size())
                            .build());
        }
        return json.put("schema", Manifest.SCHEMA)
                .put(
                        "project",
                        Json.object()
                                .put("groupId", project.groupId())
                                .put("artifactId", project.artifactId())
                                .put("version", project.version()))
                .put("javaRelease", manifest.javaRelease())
                .put("codeDigest", manifest.codeDigest())
                .put(
                        "functions",
                        Json.array(manifest.application().functions().stream()
                                .map(ManifestWriter::function)
                                .toList()))
                .build();
    }

    private static Json function(FunctionModel function) {
        JsonObject.Builder json = Json.object();
        if (function.idempotent()) {
            json.put("idempotent", true);
        }
        if (function.connections()) {
            json.put("connections", true);
        }
        return json.put("name", function.name())
                .put("handler", function.handlerClass())
                .put("description", function.description())
                .putIfPresent("memory", function.memory())
                .putIfPresent("timeout", function.timeout())
                .put(
                        "routes",
                        Json.array(function.routes().stream()
                                .map(ManifestWriter::route)
                                .toList()))
                .put(
                        "permissions",
                        Json.array(function.grants().stream()
                                .map(ManifestWriter::permission)
                                .toList()))
                .build();
    }

    private static Json permission(Grant grant) {
        return Json.object()
                .put("actions", Json.texts(grant.actions()))
                .put("resources", Json.texts(grant.resources()))
                .build();
    }

    private static Json route(Route route) {
        MethodRef method = route.method();
        return Json.object()
                .put("number", route.number())
                .put("id", route.id())
                .put("takes", route.granularity().name().toLowerCase(Locale.ROOT))
                .put("trigger", TriggerJson.write(route.trigger()))
                .put(
                        "calls",
                        Json.object()
                                .put("class", method.className())
                                .put("method", method.methodName())
                                .put("descriptor", method.descriptor()))
                .build();
    }
}
