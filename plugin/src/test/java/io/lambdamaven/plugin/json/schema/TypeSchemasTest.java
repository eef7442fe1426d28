package io.lambdamaven.plugin.json.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of the project's types, as its annotations make them. */
final class TypeSchemasTest {
    @TempDir
    Path folder;

    @Test
    void aRecordIsItsComponentsAsJacksonWritesThem() {
        assertThat(schema("""
                public record Order(
                        @JsonProperty(value = "order_id", required = true) UUID id,
                        Optional<String> note,
                        byte[] picture,
                        @JsonIgnore String secret,
                        java.time.LocalDate day,
                        long total,
                        Object any,
                        com.fasterxml.jackson.databind.JsonNode tree,
                        Map<String, Integer> counts,
                        Order next) {}
                """, "Order")).isEqualTo(Json.parse("""
                {"type": "object", "required": ["order_id"], "properties": {
                  "order_id": {"type": "string", "format": "uuid"},
                  "note": {"type": ["string", "null"]},
                  "picture": {"type": "string", "contentEncoding": "base64"},
                  "day": {"type": "string", "format": "date"},
                  "total": {"type": "integer", "format": "int64"},
                  "any": {},
                  "tree": {},
                  "counts": {"type": "object", "additionalProperties": {"type": "integer", "format": "int32"}},
                  "next": {"$ref": "#/components/schemas/Order"}}}
                """));
    }

    @Test
    void aBeanIsWhatItsGettersAndPublicFieldsShow() {
        assertThat(schema("""
                public class Bean {
                    public static int count;
                    public int open;
                    private int hidden;
                    private String name;

                    @JsonProperty
                    private String told;

                    public String getName() {
                        return name;
                    }
                }
                """, "Bean").object("properties").members()).containsOnlyKeys("open", "name", "told");
    }

    @Test
    void constraintsOfJakartaValidationAreTold() {
        assertThat(schema("""
                public record Order(
                        @jakarta.validation.constraints.NotNull @jakarta.validation.constraints.Size(min = 1, max = 9) String item,
                        @jakarta.validation.constraints.Min(1) int quantity) {}
                """, "Order")).isEqualTo(Json.parse("""
                {"type": "object", "required": ["item"], "properties": {
                  "item": {"type": "string", "minLength": 1, "maxLength": 9},
                  "quantity": {"type": "integer", "format": "int32", "minimum": 1}}}
                """));
    }

    @Test
    void aSealedTypeIsOneOfThoseThatItsAnnotationNames() {
        assertThat(schemas("""
                @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
                @JsonSubTypes({
                    @JsonSubTypes.Type(value = Pay.Card.class, name = "card"),
                    @JsonSubTypes.Type(value = Pay.Cash.class, name = "cash")
                })
                public sealed interface Pay {
                    record Card(String number) implements Pay {}

                    record Cash() implements Pay {}
                }
                """, "Pay").definitions().canonical())
                .contains("\"anyOf\"", "\"kind\":{\"const\":\"card\"}", "\"kind\":{\"const\":\"cash\"}");
    }

    @Test
    void anEnumIsItsNamesAndATypeThatIsNotThereIsTold() {
        assertThat(schema(
                        "public enum State { @JsonProperty(\"open\") OPEN, @JsonProperty(\"shut\") CLOSED }", "State"))
                .isEqualTo(Json.parse("{\"type\": \"string\", \"enum\": [\"open\", \"shut\"]}"));

        JavaType missing = type("shop.Missing");
        SchemaException thrown = catchThrowableOfType(
                SchemaException.class, () -> TypeSchemas.of(List.of(missing), List.of(folder), "components/schemas"));

        assertThat(thrown.type()).isEqualTo(missing);
        assertThat(thrown).hasMessageContaining("shop.Missing");
    }

    private JsonObject schema(String source, String name) {
        TypeSchemas schemas = schemas(source, name);
        JsonObject schema = schemas.byType().get(type("shop." + name));
        return schema.has("$ref")
                ? schemas.definitions().object(schema.text("$ref").substring("#/components/schemas/".length()))
                : schema;
    }

    private TypeSchemas schemas(String source, String name) {
        Path classes = new UserProject(folder).with("""
                package shop;

                import com.fasterxml.jackson.annotation.*;
                import java.util.*;

                """ + source).compile();
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(classes);
        return TypeSchemas.of(List.of(type("shop." + name)), classPath, "components/schemas");
    }

    private static JavaType type(String name) {
        return new JavaType.Declared(name, name, List.of());
    }
}
