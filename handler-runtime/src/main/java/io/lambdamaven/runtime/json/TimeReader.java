package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Reads a type of {@code java.time} from ISO text, so that handlers need no further Jackson module. */
final class TimeReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private TimeReader(Class<T> type) {
        super(type);
        this.type = type;
    }

    static JsonDeserializer<?> of(Class<?> type) {
        return new TimeReader<>(type);
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
