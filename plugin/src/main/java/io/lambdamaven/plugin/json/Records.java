package io.lambdamaven.plugin.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records to JSON and back, each component under its name; what is null is left out. */
public final class Records {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Records() {}

    /** The components of a record. */
    public static JsonObject write(Record value) {
        try {
            return Json.parse(MAPPER.writeValueAsBytes(value)).asObject();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " has components of unknown types", e);
        }
    }

    /**
     * The record that was written.
     *
     * @throws JsonException if the object holds something else
     */
    public static <R> R read(JsonObject object, Class<R> type) {
        try {
            return MAPPER.readValue(object.canonical(), type);
        } catch (JsonProcessingException e) {
            throw new JsonException("is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
