package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes and reads {@code META-INF/lambda/manifest.json}. */
public final class ManifestJson {
    /** Where the schema stands in the jar, beside the manifest. */
    public static final String SCHEMA_ENTRY = "META-INF/lambda/manifest.schema.json";

    private ManifestJson() {}

    /** The manifest as text: equal manifests give equal bytes. */
    public static String write(Manifest manifest) {
        return ManifestWriter.write(manifest).pretty();
    }

    /**
     * Reads a manifest.
     *
     * @param place where the text comes from, for messages
     * @throws UserFault if it is malformed or of a form that this version does not know
     */
    public static Manifest read(String text, Place place) {
        JsonObject json;
        try {
            json = Json.parse(text).asObject();
            checkSchema(json, place);
            return ManifestReader.read(json);
        } catch (JsonException e) {
            throw new UserFault(
                    Problem.LM090,
                    place,
                    "The manifest is malformed: " + e.getMessage() + ".",
                    "Build the jar again with mvn lambda:package, or name another one with -Dlambda.jar.",
                    e);
        }
    }

    private static void checkSchema(JsonObject json, Place place) {
        long schema = json.number("schema");
        if (schema != Manifest.SCHEMA) {
            throw new UserFault(
                    Problem.LM091,
                    place,
                    "The manifest has schema version " + schema + ", and this version of the plugin knows "
                            + Manifest.SCHEMA + ".",
                    "Deploy with the version of lambda-maven-plugin that built the jar, or build it again.");
        }
    }

    /** The JSON Schema of the manifest, which goes into the jar too. */
    public static String schema() {
        try (InputStream resource = ManifestJson.class.getResourceAsStream("manifest.schema.json")) {
            if (resource == null) {
                throw new IllegalStateException("The plugin's jar lacks manifest.schema.json");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read manifest.schema.json from the plugin's jar", e);
        }
    }
}
