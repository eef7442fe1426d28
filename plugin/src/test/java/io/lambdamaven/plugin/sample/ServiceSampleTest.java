package io.lambdamaven.plugin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the user's payload stands in the samples of the catalogue. */
final class ServiceSampleTest {
    private static JsonObject sample(String payload, Trigger.Service trigger) {
        return new Shop(trigger).event(trigger.kind(), payload);
    }

    private static JsonObject first(JsonObject event) {
        return event.array("Records").get(0).asObject();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void aMessageIsThePayload() {
        JsonObject sns = first(sample("{\"id\": 1}", Triggers.of("sns", "topic", "orders")));
        assertThat(sns.object("Sns").text("Message")).isEqualTo("{\"id\": 1}");
        assertThat(sns.object("Sns").text("TopicArn")).isEqualTo("arn:aws:sns:eu-west-1:123456789012:orders");
        JsonObject kinesis = first(sample("hello", Triggers.of("kinesis", "stream", "s")));
        assertThat(decoded(kinesis.object("kinesis").text("data"))).isEqualTo("hello");
        JsonObject kafka = sample("hello", Triggers.of("kafka", "topic", "t", "cluster", "c"));
        assertThat(decoded(
                        kafka.object("records").array("t-0").get(0).asObject().text("value")))
                .isEqualTo("hello");
        assertThat(sample("hello", Triggers.of("websocket", "value", "order")).text("body"))
                .isEqualTo("hello");
    }

    @Test
    void anItemOfDynamoDbHasTypes() {
        JsonObject change = first(sample(
                        "{\"id\": \"a\", \"n\": 1.5, \"ok\": true, \"no\": null, \"list\": [1], \"map\": {\"x\": \"y\"}}",
                        Triggers.of("dynamodb", "table", "orders")))
                .object("dynamodb");
        assertThat(change.object("NewImage").canonical())
                .isEqualTo(
                        "{\"id\":{\"S\":\"a\"},\"list\":{\"L\":[{\"N\":\"1\"}]},\"map\":{\"M\":{\"x\":{\"S\":\"y\"}}},"
                                + "\"n\":{\"N\":\"1.5\"},\"no\":{\"NULL\":true},\"ok\":{\"BOOL\":true}}");
        assertThat(change.object("Keys").canonical()).isEqualTo("{\"id\":{\"S\":\"a\"}}");
    }

    @Test
    void aLogLineIsZipped() throws IOException {
        JsonObject event = sample("it failed", Triggers.of("logs", "logGroup", "/shop/web"));
        byte[] zipped = Base64.getDecoder().decode(event.object("awslogs").text("data"));
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            JsonObject document = Json.parse(unzipped.readAllBytes()).asObject();
            assertThat(document.text("logGroup")).isEqualTo("/shop/web");
            assertThat(document.array("logEvents").get(0).asObject().text("message"))
                    .isEqualTo("it failed");
        }
    }

    @Test
    void argumentsAndParametersAreThePayload() {
        JsonObject resolver = sample("{\"id\": 7}", Triggers.of("appsync", "type", "Query", "field", "order"));
        assertThat(resolver.object("arguments").number("id")).isEqualTo(7);
        JsonObject agent = sample(
                "{\"id\": 7, \"sure\": true, \"why\": \"late\"}",
                Triggers.of("bedrock-agent", "actionGroup", "orders", "function", "cancel"));
        assertThat(agent.array("parameters").canonical())
                .isEqualTo("[{\"name\":\"id\",\"type\":\"number\",\"value\":\"7\"},"
                        + "{\"name\":\"sure\",\"type\":\"boolean\",\"value\":\"true\"},"
                        + "{\"name\":\"why\",\"type\":\"string\",\"value\":\"late\"}]");
        JsonObject call = sample("{\"id\": \"7\"}", Triggers.of("connect"));
        assertThat(call.object("Details").object("Parameters").text("id")).isEqualTo("7");
        JsonObject bus = sample("{\"id\": 7}", Triggers.of("eventbridge", "pattern", "{\"source\": [\"a\"]}"));
        assertThat(bus.object("detail").number("id")).isEqualTo(7);
        assertThat(sample("{\"id\": 7}", Triggers.of("iot", "value", "RULE")).canonical())
                .isEqualTo("{\"id\":7}");
    }

    @Test
    void aPatternsSampleFitsIt() {
        JsonObject event = sample(
                null,
                Triggers.of(
                        "eventbridge",
                        "pattern",
                        "{\"source\": [{\"prefix\": \"com.\"}], \"detail\": {\"n\": [{\"numeric\": [\">\", 1, \"<\", 2]}],"
                                + " \"gone\": [{\"exists\": false}]}}"));
        assertThat(event.text("source")).isEqualTo("com.sample");
        assertThat(event.object("detail").canonical()).isEqualTo("{\"n\":1.5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ses", "codedeploy", "secret-rotation", "alexa"})
    void whatHasNoPayloadSaysSo(String kind) {
        assertThat(new Shop(Triggers.of(kind)).fault(kind, "x").problem()).isEqualTo(Problem.LM156);
    }

    @Test
    void whatTakesAnObjectRefusesAnythingElse() {
        assertThat(new Shop(Triggers.of("connect")).fault("connect", "[1]").render())
                .startsWith("LM156 -Dlambda.payload: It is no JSON object.");
    }

    @Test
    void aTriggerIsFoundByWhatItNames() {
        Shop shop = new Shop(
                Triggers.of("sns", "topic", "orders"),
                Triggers.of("sns", "topic", "returns"),
                Triggers.of("cognito", "value", List.of("PRE_SIGN_UP")));
        assertThat(shop.sample("sns:returns", null).route().number()).isEqualTo(1);
        assertThat(shop.sample("PRE_SIGN_UP", null).route().number()).isEqualTo(2);
        assertThat(shop.fault("sns", null).problem()).isEqualTo(Problem.LM151);
    }
}
