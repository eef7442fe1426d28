package io.lambdamaven.plugin.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Check;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The schema is written by hand but for the triggers of the catalogue. After a change of the catalogue, the system
 * property {@code golden} with a folder has their part written there.
 */
final class ManifestSchemaTest {
    @Test
    void everyKindOfTheCatalogueHasItsPart() throws IOException {
        List<Json> expected =
                Catalog.kinds().stream().map(ManifestSchemaTest::schema).toList();
        String folder = System.getProperty("golden");
        if (folder != null) {
            Files.writeString(
                    Files.createDirectories(Path.of(folder)).resolve("triggers.json"),
                    Json.array(expected).canonical());
        }
        JsonArray parts = Json.parse(ManifestJson.schema())
                .asObject()
                .find("$defs", "trigger", "oneOf")
                .orElseThrow()
                .asArray();
        List<Json> catalogued = parts.values().stream()
                .filter(part -> Catalog.find(kind(part)).isPresent())
                .toList();
        assertThat(catalogued).containsExactlyElementsOf(expected);
        assertThat(parts.values().stream().map(ManifestSchemaTest::kind))
                .doesNotHaveDuplicates()
                .contains("http", "s3", "schedule", "command", "invoke");
    }

    private static String kind(Json part) {
        return part.asObject().object("properties").object("kind").text("const");
    }

    private static Json schema(ServiceKind kind) {
        List<String> required = new ArrayList<>(List.of("kind"));
        JsonObject.Builder properties = Json.object().put("kind", Json.object().put("const", kind.word()));
        for (Attribute attribute : kind.attributes()) {
            if (attribute.required()) {
                required.add(attribute.name());
            }
            properties.put(attribute.name(), schema(attribute));
        }
        return Json.object()
                .put("type", "object")
                .put("additionalProperties", false)
                .put("required", Json.texts(required))
                .put("properties", properties)
                .build();
    }

    private static Json schema(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> text(attribute, !attribute.required());
            case CHOICE -> text(attribute, false);
            case TEXTS, CHOICES -> texts(attribute);
            case NUMBER -> number((Check.Range) attribute.check());
            case FLAG -> Json.object().put("type", "boolean").build();
        };
    }

    private static Json text(Attribute attribute, boolean orEmpty) {
        if (attribute.choices().isEmpty()) {
            JsonObject.Builder text = Json.object().put("type", "string");
            return (orEmpty ? text : text.put("minLength", 1)).build();
        }
        List<String> words = new ArrayList<>(orEmpty ? List.of("") : List.of());
        words.addAll(attribute.choices());
        return Json.object().put("enum", Json.texts(words)).build();
    }

    private static Json texts(Attribute attribute) {
        JsonObject.Builder array = Json.object()
                .put("type", "array")
                .put("items", text(attribute, attribute.choices().isEmpty()));
        return (attribute.required() ? array.put("minItems", 1) : array).build();
    }

    private static Json number(Check.Range range) {
        Json inRange = Json.object()
                .put("type", "integer")
                .put("minimum", range.least())
                .put("maximum", range.most())
                .build();
        Integer unset = range.unset();
        return unset == null
                ? inRange
                : Json.object()
                        .put(
                                "anyOf",
                                Json.array(Json.object().put("const", unset).build(), inRange))
                        .build();
    }
}
