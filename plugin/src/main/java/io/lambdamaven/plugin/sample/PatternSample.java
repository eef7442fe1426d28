package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that fits a pattern: of each member the first value that the pattern takes. */
final class PatternSample {
    private static final String OR = "$or";
    private static final String SAMPLE = "sample";

    private PatternSample() {}

    static void fill(String pattern, @Nullable String payload, Map<String, Json> values) {
        JsonObject event = object(Json.parse(pattern).asObject());
        values.put("source", Json.of(event.text("source", SAMPLE)));
        values.put("detailType", Json.of(event.text("detail-type", "Sample")));
        values.put(
                "detail",
                payload == null ? event.find("detail").orElse(Json.object().build()) : Payloads.value(payload));
        for (String name : new String[] {"account", "region", "time"}) {
            event.find(name).ifPresent(value -> values.put(name, value));
        }
    }

    private static JsonObject object(JsonObject pattern) {
        JsonObject.Builder made = Json.object();
        for (Map.Entry<String, Json> member : pattern.members().entrySet()) {
            if (member.getKey().equals(OR)) {
                object(member.getValue().asArray().get(0).asObject()).members().forEach(made::put);
            } else if (member.getValue() instanceof JsonObject nested) {
                made.put(member.getKey(), object(nested));
            } else if (member.getValue() instanceof JsonArray choices && choices.size() > 0) {
                Json value = value(choices.get(0));
                if (value != null) {
                    made.put(member.getKey(), value);
                }
            }
        }
        return made.build();
    }

    /** Null where the member must not be there. */
    private static @Nullable Json value(Json choice) {
        if (!(choice instanceof JsonObject filter)) {
            return choice;
        }
        String name = filter.members().firstKey();
        Json operand = filter.get(name);
        return switch (name) {
            case "exists" -> operand.asBoolean() ? Json.of(SAMPLE) : null;
            case "prefix" -> Json.of(text(operand) + SAMPLE);
            case "suffix" -> Json.of(SAMPLE + text(operand));
            case "wildcard" -> Json.of(text(operand).replace("*", SAMPLE));
            case "cidr" -> Json.of(text(operand).replaceAll("/.*", ""));
            case "numeric" -> number(operand.asArray());
            case "anything-but" -> isNumeric(operand) ? Json.of(-987_654_321) : Json.of("something-else");
            default -> Json.of(text(operand));
        };
    }

    private static boolean isNumeric(Json operand) {
        return operand instanceof Json.Num
                || (operand instanceof JsonArray array && array.size() > 0 && array.get(0) instanceof Json.Num);
    }

    /** A prefix may be nested in the word that ignores case. */
    private static String text(Json operand) {
        Json plain = operand;
        while (plain instanceof JsonObject object) {
            plain = object.get(object.members().firstKey());
        }
        return plain instanceof JsonArray array ? array.get(0).asText() : plain.asText();
    }

    /** On the boundary where it counts, between two of them, else one beyond. */
    private static Json number(JsonArray range) {
        BigDecimal first = ((Json.Num) range.get(1)).value();
        if (range.size() == 4) {
            BigDecimal second = ((Json.Num) range.get(3)).value();
            return Json.of(first.add(second).divide(BigDecimal.valueOf(2)));
        }
        return Json.of(
                switch (range.get(0).asText()) {
                    case "<" -> first.subtract(BigDecimal.ONE);
                    case ">" -> first.add(BigDecimal.ONE);
                    default -> first;
                });
    }
}
