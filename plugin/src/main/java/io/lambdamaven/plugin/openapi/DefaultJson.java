package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;

/** A parameter's default, written for the runtime, which reads more than JSON has: {@code TRUE}, {@code 007}, {@code 1d}. */
final class DefaultJson {
    private DefaultJson() {}

    /**
     * Its value.
     *
     * @param schema of the parameter's type
     * @param text that the runtime can read
     * @return empty where JSON has no such value: not a number, or an infinite one
     */
    static Optional<Json> of(JsonObject schema, String text) {
        return switch (schema.find("type").map(Json::canonical).orElse("")) {
            case "\"boolean\"" -> Optional.of(Json.parse(String.valueOf(Boolean.parseBoolean(text))));
            case "\"integer\"", "\"number\"" -> number(text);
            default -> Optional.of(Json.of(text));
        };
    }

    private static Optional<Json> number(String text) {
        try {
            return Optional.of(plain(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            // As Float and Double have it, and no one else.
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(plain(BigDecimal.valueOf(value))) : Optional.empty();
        }
    }

    private static Json plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        // Not written out where that would take thousands of digits.
        return Json.parse(Math.abs(stripped.scale()) > 40 ? stripped.toString() : stripped.toPlainString());
    }
}
