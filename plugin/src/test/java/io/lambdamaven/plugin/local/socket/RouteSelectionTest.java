package io.lambdamaven.plugin.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteSelectionTest {
    private static final JsonObject CONTEXT =
            Json.object().put("eventType", "MESSAGE").put("stage", "dev").build();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        $request.body.action; {"action":"say"}; say
        ${request.body.action}; {"action":"say"}; say
        ${request.body.version}-beta; {"version":2}; 2-beta
        ${request.body.a.b}/${request.body.c}; {"a":{"b":"x"},"c":true}; x/true
        ${context.stage}.${request.body.action}; {"action":"say"}; dev.say
        $request.body.a.b; {"a":{"b":"x"}}; x
        \\$default; {}; $default
        $request.body.action; {"action":"$1\\\\"}; $1\\
        """)
    void theMessageSaysTheKey(String expression, String message, String key) {
        assertThat(new RouteSelection(expression).key(message, CONTEXT)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", "[]", "\"say\"", "{}", "{\"action\":null}", "{\"action\":{\"a\":1}}", "{"})
    void aMessageThatDoesNotSayIt(String message) {
        assertThat(new RouteSelection("$request.body.action").key(message, CONTEXT))
                .isEmpty();
    }

    @Test
    void oneVariableThatIsMissingLeavesNoKey() {
        assertThat(new RouteSelection("${request.body.a}-${request.body.b}").key("{\"a\":1}", CONTEXT))
                .isEmpty();
    }
}
