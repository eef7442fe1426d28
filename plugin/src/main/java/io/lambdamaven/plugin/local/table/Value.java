package io.lambdamaven.plugin.local.table;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The value of an attribute. No lists, maps or sets: the runtime keeps none.
 *
 * @param type {@code S}, {@code N}, {@code B}, {@code BOOL} or {@code NULL}
 * @param content as the type wants it; a number without zeros that say nothing
 */
record Value(String type, Json content) {
    private static final int DIGITS = 38;
    private static final int GREATEST_EXPONENT = 125;
    private static final int LEAST_EXPONENT = -130;

    static Value of(Json json) {
        JsonObject object = json.asObject();
        if (object.members().size() != 1) {
            throw TableFault.invalid("Supplied AttributeValue has more than one datatypes set, must contain exactly one"
                    + " of the supported datatypes");
        }
        Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
        return switch (only.getKey()) {
            case "S" -> new Value("S", Json.of(only.getValue().asText()));
            case "N" -> new Value("N", Json.of(plain(parsed(only.getValue().asText()))));
            case "B" -> new Value("B", Json.of(base64(only.getValue().asText())));
            case "BOOL" -> new Value("BOOL", Json.of(only.getValue().asBoolean()));
            case "NULL" -> new Value("NULL", Json.of(only.getValue().asBoolean()));
            default ->
                throw TableFault.invalid("Supplied AttributeValue is of the type " + only.getKey()
                        + ", and the local table holds S, N, B, BOOL and NULL");
        };
    }

    private static BigDecimal parsed(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw TableFault.invalid("The parameter cannot be converted to a numeric value: " + text);
        }
        if (number.precision() > DIGITS) {
            throw TableFault.invalid("Attempting to store more than 38 significant digits in a Number");
        }
        // How many digits there are before the point, less one; in long, for what the text says may be anything.
        long exponent = (long) number.precision() - number.scale() - 1;
        if (number.signum() != 0 && (exponent > GREATEST_EXPONENT || exponent < LEAST_EXPONENT)) {
            throw TableFault.invalid(
                    "Number overflow. Attempting to store a number with magnitude larger than supported" + " range");
        }
        return number;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    private static String base64(String text) {
        try {
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw TableFault.unreadable("B is not in Base64");
        }
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** Which of the two comes first; nothing where they have no order. */
    OptionalInt order(Value other) {
        if (!type.equals(other.type)) {
            return OptionalInt.empty();
        }
        return switch (type) {
            case "N" -> OptionalInt.of(number().compareTo(other.number()));
            case "S", "B" -> OptionalInt.of(Arrays.compareUnsigned(bytes(), other.bytes()));
            default -> OptionalInt.empty();
        };
    }

    Value plus(Value other) {
        return computed(number().add(other.number()));
    }

    Value minus(Value other) {
        return computed(number().subtract(other.number()));
    }

    private static Value computed(BigDecimal number) {
        return new Value("N", Json.of(plain(parsed(number.toString()))));
    }

    BigDecimal number() {
        if (!is("N")) {
            throw TableFault.invalid("An operand in the update expression has an incorrect data type");
        }
        return new BigDecimal(content.asText());
    }

    private byte[] bytes() {
        return is("B")
                ? Base64.getDecoder().decode(content.asText())
                : content.asText().getBytes(StandardCharsets.UTF_8);
    }

    /** What it takes of an item's size. */
    int size() {
        return switch (type) {
            case "S", "B" -> bytes().length;
            case "N" -> content.asText().length() / 2 + 2;
            default -> 1;
        };
    }

    JsonObject toJson() {
        return Json.object().put(type, content).build();
    }
}
