package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
    @Test
    void numbersKeepTheirValueInTheSmallestTypeThatHoldsIt() {
        assertThat(
                        read(
                                "[1, -2147483649, 12345678901234567890, 0.5, 0.1, 3.14159265358979323846, 1e400, 9223372036854775807]"))
                .isEqualTo(List.of(
                        1,
                        -2147483649L,
                        new BigInteger("12345678901234567890"),
                        0.5,
                        0.1,
                        new BigDecimal("3.14159265358979323846"),
                        new BigDecimal("1e400"),
                        Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":[1,2.5,true,false,null,\"é\\n\",{}],\"a\":{\"x\":[]}}",
                "[]",
                "\"text\"",
                "12",
                "true",
                "null",
                "0.1"
            })
    void whatIsReadIsWrittenAsItWas(String json) {
        assertThat(new String(Json.write(read(json)), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2} | it has the key 'a' twice",
                "{} {}             | something follows its end",
                "{\"a\":           | it ends too early",
                "1e99999999999     | a number is beyond what numbers can be",
                "[01]              | a number begins with 0"
            })
    void whatReadersCouldDisagreeOnIsRefused(String json, String why) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(why);
    }

    @Test
    void aMapIsAnObjectAndNothingElse() {
        assertThat(Json.read(bytes("{\"a\":1}"), Map.class)).isEqualTo(Map.of("a", 1));
        assertThat(Json.read(bytes("null"), Map.class)).isNull();
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.read(bytes("[1]"), Map.class))
                .withMessageContaining("it is no object");
    }

    @Test
    void whatIsNotPlainIsBoundInside() {
        record Point(int x, int y) {}
        Map<String, Object> mixed = new LinkedHashMap<>();
        mixed.put("point", new Point(1, 2));
        mixed.put("list", new ArrayList<>(Arrays.asList(1, null)));

        assertThat(new String(new JsonSink().value(mixed).toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"point\":{\"x\":1,\"y\":2},\"list\":[1,null]}");
    }

    private static Object read(String json) {
        return Json.tree(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
