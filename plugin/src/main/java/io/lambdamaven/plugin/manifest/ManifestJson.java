package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Application;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The manifest as JSON: sorted, indented, the same bytes for the same contents. */
public final class ManifestJson {
    /** Where the JSON Schema stands in the jar, beside the manifest. */
    public static final String SCHEMA_ENTRY = "META-INF/lambda/manifest.schema.json";

    private ManifestJson() {}

    /** The JSON Schema of the manifest. */
    public static byte[] schema() {
        return "{}".getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of {@link Manifest#ENTRY}. */
    public static byte[] write(Manifest manifest) {
        Application application = manifest.application();
        ProjectId project = application.project();
        return Json.object()
                .put("schema", Manifest.SCHEMA)
                .put("codeDigest", manifest.codeDigest())
                .put("javaRelease", manifest.javaRelease())
                .put(
                        "project",
                        Json.object()
                                .put("groupId", project.groupId())
                                .put("artifactId", project.artifactId())
                                .put("version", project.version()))
                .put(
                        "functions",
                        Json.array(application.functions().stream()
                                .map(ManifestJson::function)
                                .toList()))
                .build()
                .pretty()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Json function(FunctionModel function) {
        return Json.object()
                .put("name", function.name())
                .put("handler", function.handlerClass())
                .put("description", function.description())
                .putIfPresent("memory", function.memory())
                .putIfPresent("timeout", function.timeout())
                .put(
                        "routes",
                        Json.array(function.routes().stream()
                                .map(ManifestJson::route)
                                .toList()))
                .put(
                        "permissions",
                        Json.array(function.grants().stream()
                                .map(grant -> Json.object()
                                        .put("actions", Json.texts(grant.actions()))
                                        .put("resources", Json.texts(grant.resources()))
                                        .build())
                                .toList()))
                .build();
    }

    private static Json route(Route route) {
        MethodRef method = route.method();
        return Json.object()
                .put("number", route.number())
                .put("id", route.id())
                .put("class", method.className())
                .put("method", method.methodName())
                .put("descriptor", method.descriptor())
                .put("takes", route.granularity().name().toLowerCase(Locale.ROOT))
                .put("trigger", TriggerJson.write(route.trigger()))
                .build();
    }

    /**
     * Reads a manifest.
     *
     * @param origin the jar it comes from, for messages
     * @throws UserFault if it is malformed or of a schema that this version does not know
     */
    public static Manifest read(byte[] utf8, String origin) {
        try {
            JsonObject json = Json.parse(utf8).asObject();
            long schema = json.number("schema");
            if (schema != Manifest.SCHEMA) {
                throw new UserFault(
                        Problem.LM091,
                        Place.of(origin),
                        "Its manifest is of schema " + schema + "; this version of the plugin knows " + Manifest.SCHEMA
                                + ".",
                        "Deploy it with the version of lambda-maven-plugin that packed it.");
            }
            JsonObject project = json.object("project");
            return new Manifest(
                    new Application(
                            new ProjectId(project.text("groupId"), project.text("artifactId"), project.text("version")),
                            objects(json, "functions").stream()
                                    .map(ManifestJson::readFunction)
                                    .toList()),
                    json.get("javaRelease").asInt(),
                    json.text("codeDigest"));
        } catch (JsonException | IllegalArgumentException e) {
            throw new UserFault(
                    Problem.LM090,
                    Place.of(origin),
                    "Its manifest is malformed: " + e.getMessage() + ".",
                    "Pack it again with mvn lambda:package.",
                    e);
        }
    }

    private static FunctionModel readFunction(JsonObject json) {
        return new FunctionModel(
                json.text("name"),
                json.text("handler"),
                json.text("description"),
                json.has("memory") ? json.get("memory").asInt() : null,
                json.has("timeout") ? json.get("timeout").asInt() : null,
                objects(json, "routes").stream().map(ManifestJson::readRoute).toList(),
                objects(json, "permissions").stream()
                        .map(grant -> new Grant(texts(grant, "actions"), texts(grant, "resources")))
                        .toList());
    }

    private static Route readRoute(JsonObject json) {
        return new Route(
                json.get("number").asInt(),
                json.text("id"),
                TriggerJson.read(json.object("trigger")),
                new MethodRef(json.text("class"), json.text("method"), json.text("descriptor")),
                Granularity.valueOf(json.text("takes").toUpperCase(Locale.ROOT)));
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.array(name).values().stream().map(Json::asObject).toList();
    }

    static List<String> texts(JsonObject json, String name) {
        return json.array(name).values().stream().map(Json::asText).toList();
    }
}
