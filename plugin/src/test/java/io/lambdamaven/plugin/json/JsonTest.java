package io.lambdamaven.plugin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @Test
    void namesAreSortedWhateverTheOrderOfTheDocument() {
        assertThat(Json.parse("{\"b\": [1, 2.50, true, null], \"a\": \"\\u00e9\\n\"}")
                        .canonical())
                .isEqualTo("{\"a\":\"é\\n\",\"b\":[1,2.5,true,null]}");
    }

    @Test
    void prettyTextIsIndentedAndEndsWithALine() {
        Json value = Json.object()
                .put("b", Json.texts(List.of("x")))
                .put("a", Json.object())
                .put("c", Json.array())
                .build();
        assertThat(value.pretty()).isEqualTo("{\n  \"a\": {},\n  \"b\": [\n    \"x\"\n  ],\n  \"c\": []\n}\n");
        assertThat(Json.parse(value.pretty())).isEqualTo(value);
    }

    @Test
    void numbersKeepTheirValue() {
        assertThat(Json.parse("[1.0, 100, 1e3, -0.001, 1e400]").canonical()).isEqualTo("[1,100,1000,-0.001,1E+400]");
        assertThat(Json.of(new BigDecimal("1.0"))).isEqualTo(Json.of(1));
        assertThat(Json.parse("9223372036854775807").asLong()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"a\":1,\"a\":2}", "[01]", "nul", "{'a':1}"})
    void malformedDocumentsAreRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> Json.parse("[".repeat(300) + "]".repeat(300)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("200");
    }

    @Test
    void aFaultNamesLineAndColumn() {
        assertThatThrownBy(() -> Json.parse("{\n  \"a\": x}")).hasMessageContaining("line 2, column");
    }

    @Test
    void membersOfAnotherShapeAreRefusedByName() {
        JsonObject object = Json.object().put("a", "x").putNull("n").build();
        assertThatThrownBy(() -> object.number("a")).hasMessage("expected a whole number, found \"x\"");
        assertThatThrownBy(() -> object.get("b")).hasMessageContaining("\"b\"");
        assertThatThrownBy(() -> Json.of(1L << 40).asInt()).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse("1.5").asLong()).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse("1e99999").asLong()).isInstanceOf(JsonException.class);
        assertThat(object.text("n", "other")).isEqualTo("other");
    }

    @Test
    void nestedMembersAreFoundOrNot() {
        JsonObject object = Json.parse("{\"a\": {\"b\": 1}, \"c\": 2}").asObject();
        assertThat(object.find("a", "b")).contains(Json.of(1));
        assertThat(object.find("c", "b")).isEmpty();
        assertThat(object.find("x", "b")).isEmpty();
    }
}
