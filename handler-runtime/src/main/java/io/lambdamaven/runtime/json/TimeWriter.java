package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a type of {@code java.time} as ISO text. */
final class TimeWriter<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    private TimeWriter(Class<T> type) {
        super(type);
    }

    static JsonSerializer<?> of(Class<?> type) {
        return new TimeWriter<>(type);
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(value.toString());
    }
}
