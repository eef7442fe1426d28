package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** The types of {@code java.time} as ISO text, so that handlers need no further Jackson module for them. */
final class TimeModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    TimeModule() {
        super("lambda-java-time");
        for (Class<?> type : TimeText.TYPES) {
            add(type);
        }
    }

    private <T> void add(Class<T> type) {
        addSerializer(type, new ToText<>(type));
        addDeserializer(type, new FromText<>(type));
    }

    private static final class ToText<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        ToText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.toString());
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final Class<T> type;

        FromText(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text == null) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            try {
                return type.cast(TimeText.parse(type, text));
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, text, "not in ISO form"));
            }
        }
    }
}
