package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jackson's data binding, in a class of its own because the first touch of it costs a cold start a fifth of a second:
 * only routes whose types need it load it.
 */
final class Databind {
    private static final ObjectMapper STANDARD = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(Limits.BYTES)
                            .maxStringLength(Limits.BYTES)
                            .maxNestingDepth(Limits.DEPTH)
                            .maxNumberLength(Limits.NUMBER)
                            .maxNameLength(Limits.NAME)
                            .build())
                    // Two readers that take different ones of two equal keys disagree about one message.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new TypesModule())
            .build();

    private static final ObjectMapper MAPPER = mapper();

    private Databind() {}

    private static ObjectMapper mapper() {
        ObjectMapperProvider provider = JsonMappers.provider();
        return provider == null ? STANDARD : provider.get(STANDARD.copy());
    }

    static @Nullable Object read(byte[] json, Type type) {
        try {
            return MAPPER.readValue(json, MAPPER.constructType(type));
        } catch (InvalidDefinitionException e) {
            // No JSON would do: the type's fault, not the sender's.
            throw new IllegalStateException(
                    type.getTypeName() + " cannot be read from JSON: " + e.getOriginalMessage(), e);
        } catch (JsonMappingException e) {
            String where = path(e.getPath());
            throw new JsonException(
                    where.isEmpty() ? "does not fit what is expected" : "does not fit at " + where,
                    e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw Faults.notJson(e);
        }
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new JsonException(
                    "cannot be written as JSON", value.getClass().getName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder out = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                out.append('[').append(step.getIndex()).append(']');
            } else {
                out.append(out.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return out.toString();
    }
}
