package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Jackson's mapper, or the project's: loaded where {@link LeanMapper} does not do. */
final class FullMapper {
    private static final ObjectMapper MAPPER = mapper();

    private FullMapper() {}

    private static ObjectMapper mapper() {
        ObjectMapper standard = JsonMapper.builder(Databind.factory())
                .enable(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new TypesModule())
                .build();
        ObjectMapperProvider provider = JsonMappers.provider();
        return provider == null ? standard : provider.get(standard);
    }

    static @Nullable Object read(byte[] json, Type type) throws IOException {
        return MAPPER.readValue(json, MAPPER.constructType(type));
    }

    static byte[] write(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }
}
