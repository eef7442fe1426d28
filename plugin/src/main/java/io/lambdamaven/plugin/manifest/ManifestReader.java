package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Application;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.Route;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON to the manifest. What is deployed from it is only what has the expected shape. */
final class ManifestReader {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,63})?");

    private ManifestReader() {}

    static Manifest read(JsonObject json) {
        JsonObject project = json.object("project");
        return new Manifest(
                new Application(
                        new ProjectId(project.text("groupId"), project.text("artifactId"), project.text("version")),
                        each(json, "functions", ManifestReader::function)),
                json.get("javaRelease").asInt(),
                matching(json, "codeDigest", DIGEST),
                json.has("application") ? application(json.object("application")) : null);
    }

    private static ApplicationJar application(JsonObject json) {
        return new ApplicationJar(matching(json, "sha256", DIGEST), json.number("size"));
    }

    private static FunctionModel function(JsonObject json) {
        return new FunctionModel(
                matching(json, "name", FUNCTION),
                json.text("handler"),
                json.text("description"),
                number(json, "memory"),
                number(json, "timeout"),
                each(json, "routes", ManifestReader::route),
                each(
                        json,
                        "permissions",
                        grant -> new Grant(
                                grant.array("actions").asTexts(),
                                grant.array("resources").asTexts())),
                json.has("idempotent") && json.flag("idempotent"),
                json.has("connections") && json.flag("connections"));
    }

    private static Route route(JsonObject json) {
        JsonObject method = json.object("calls");
        return new Route(
                json.get("number").asInt(),
                matching(json, "id", ID),
                TriggerJson.read(json.object("trigger")),
                new MethodRef(method.text("class"), method.text("method"), method.text("descriptor")),
                granularity(json.text("takes")));
    }

    private static Granularity granularity(String text) {
        return switch (text) {
            case "whole" -> Granularity.WHOLE;
            case "each" -> Granularity.EACH;
            default -> throw new JsonException("\"takes\" is neither \"whole\" nor \"each\": \"" + text + "\"");
        };
    }

    private static <T> List<T> each(JsonObject json, String name, Function<JsonObject, T> reader) {
        return json.array(name).values().stream()
                .map(Json::asObject)
                .map(reader)
                .toList();
    }

    private static @Nullable Integer number(JsonObject json, String name) {
        return json.has(name) ? json.get(name).asInt() : null;
    }

    private static String matching(JsonObject json, String name, Pattern pattern) {
        String text = json.text(name);
        if (!pattern.matcher(text).matches()) {
            throw new JsonException("\"" + name + "\" is not of the form " + pattern + ": \"" + text + "\"");
        }
        return text;
    }
}
