package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Refuses decimals whose exponent makes a trap of them, as {@link Scalars#decimal} does. */
final class DecimalReader extends StdDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    private DecimalReader() {
        super(BigDecimal.class);
    }

    static JsonDeserializer<?> of() {
        return new DecimalReader();
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        BigDecimal number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
        if (number != null && !Scalars.isHarmless(number)) {
            context.reportInputMismatch(this, "an exponent beyond " + Limits.SCALE);
        }
        return number;
    }
}
