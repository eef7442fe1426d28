package io.lambdamaven.plugin.json.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.JavaType;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of types, after JSON Schema 2020-12 as OpenAPI 3.1 uses it, by what Jackson's and Jakarta Validation's
 * annotations say.
 *
 * @param byType of each type that was asked for; objects are references
 * @param definitions what the references lead to, by name
 */
public record TypeSchemas(Map<JavaType, JsonObject> byType, JsonObject definitions) {
    public TypeSchemas {
        byType = Collections.unmodifiableMap(new HashMap<>(byType));
    }

    /**
     * Describes types.
     *
     * @param types in an order that is the same in every build, as names that clash are numbered by it
     * @param classPath folders and jars with their classes
     * @param place of the definitions in the document, such as {@code components/schemas}
     * @throws SchemaException if one of them cannot be loaded
     */
    public static TypeSchemas of(Collection<JavaType> types, List<Path> classPath, String place) {
        try (ProjectTypes project = new ProjectTypes(classPath)) {
            SchemaBuilder builder = new SchemaGenerator(config()).buildMultipleSchemaDefinitions();
            Map<JavaType, ObjectNode> references = new LinkedHashMap<>();
            for (JavaType type : types) {
                references.computeIfAbsent(type, each -> reference(builder, each, project.resolve(each)));
            }
            // The references have their contents only now.
            ObjectNode definitions = builder.collectDefinitions(place);
            Map<JavaType, JsonObject> byType = new HashMap<>();
            references.forEach((type, node) -> byType.put(type, json(node)));
            return new TypeSchemas(byType, json(definitions));
        }
    }

    private static ObjectNode reference(SchemaBuilder builder, JavaType type, ResolvedType resolved) {
        try {
            return builder.createSchemaReference(resolved);
        } catch (LinkageError | TypeNotPresentException e) {
            throw new SchemaException(type, e);
        }
    }

    private static JsonObject json(JsonNode node) {
        return Json.parse(node.toString()).asObject();
    }

    private static SchemaGeneratorConfig config() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.PLAIN_DEFINITION_KEYS,
                        Option.ADDITIONAL_FIXED_TYPES,
                        Option.STANDARD_FORMATS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.FLATTENED_OPTIONALS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(new JacksonModule(
                        JacksonOption.RESPECT_JSONPROPERTY_REQUIRED,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(new JakartaValidationModule(
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS));
        builder.forFields().withIgnoreCheck(TypeSchemas::isHidden);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(TypeSchemas::special)
                .withCustomDefinitionProvider(new Maps());
        return builder.build();
    }

    /** A class's own affair, which Jackson passes over; the fields of a record are its components. */
    private static boolean isHidden(FieldScope field) {
        return !field.getDeclaringType().getErasedType().isRecord()
                && !field.isPublic()
                && !field.hasGetter()
                && field.getAnnotation(JsonProperty.class) == null;
    }

    /** Types that Jackson writes otherwise than their fields suggest. */
    private static @Nullable CustomDefinition special(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (erased == byte[].class) {
            schema.put("type", "string").put("contentEncoding", "base64");
        } else if (erased == ObjectNode.class) {
            schema.put("type", "object");
        } else if (!JsonNode.class.isAssignableFrom(erased)) {
            return null;
        }
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
    }

    /** A map has no name to be found by: it stands where it is used. */
    private static final class Maps implements CustomDefinitionProviderV2 {
        @Override
        public @Nullable CustomDefinition provideCustomSchemaDefinition(
                ResolvedType type, SchemaGenerationContext context) {
            return type.isInstanceOf(Map.class)
                    ? new CustomDefinition(
                            context.createStandardDefinition(type, this),
                            CustomDefinition.DefinitionType.INLINE,
                            CustomDefinition.AttributeInclusion.YES)
                    : null;
        }
    }
}
