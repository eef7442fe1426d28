package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a small function can be made to do by much, deep, long or large input: refuse it, soon, and say why. */
@Timeout(60)
class EventLimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Numbers(
            Integer i, Long l, Short s, Byte b, BigInteger whole, BigDecimal decimal, Map<String, Object> more) {}

    /** What is beyond a limit, and the word that the message has for it. */
    private static Map<String, String> beyond() {
        Map<String, String> beyond = new LinkedHashMap<>();
        beyond.put("{\"more\":" + "{\"a\":".repeat(600) + "1" + "}".repeat(601), "depth");
        beyond.put("{\"more\":{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}}", "depth");
        beyond.put("{\"more\":{\"a\":" + "9".repeat(1_001) + "}}", "number");
        beyond.put("{\"more\":{\"a\":0." + "9".repeat(1_001) + "}}", "number");
        beyond.put("{\"more\":{\"" + "n".repeat(60_000) + "\":1}}", "name|key");
        return beyond;
    }

    @Test
    void anEventBeyondALimitIsRefusedWhoeverItIsFor() {
        for (Map.Entry<String, String> each : beyond().entrySet()) {
            for (String event : List.of(
                    each.getKey(),
                    "[" + each.getKey() + "]",
                    "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"x\":" + each.getKey() + "}]}",
                    "{\"detail-type\":\"a\",\"source\":\"s\",\"detail\":" + each.getKey() + "}",
                    "{\"requestContext\":{\"elb\":{},\"x\":" + each.getKey() + "}}")) {
                assertThatThrownBy(() -> MethodHandler.of(EventKind.SQS, RouteTable.EACH, "", in -> null, "")
                                .invoke(event, Invocation.live()))
                        .isInstanceOf(JsonException.class)
                        .hasMessageMatching("(?s)it is not JSON that can be read here: .*(" + each.getValue() + ").*");
            }
        }
    }

    @Test
    void anEventLargerThanAnyIsRefused() {
        String event = "{\"a\":\"" + "x".repeat(16 * 1024 * 1024) + "\"}";
        assertThatThrownBy(() -> MethodHandler.of(EventKind.SQS, RouteTable.EACH, "", in -> null, "")
                        .invoke(event, Invocation.live()))
                .isInstanceOf(JsonException.class)
                .hasMessage("it is larger than 16777216 bytes");
    }

    /** Kinds whose payload is of its sender's making, and is read by itself. */
    @ParameterizedTest
    @EnumSource(
            value = WholeEvent.class,
            names = {
                "HTTP_API",
                "REST_API_ENCODED",
                "FUNCTION_URL",
                "ALB",
                "LATTICE_V1",
                "LATTICE_V2",
                "WEBSOCKET",
                "SNS",
                "SQS",
                "KINESIS",
                "MSK",
                "KAFKA",
                "RABBITMQ",
                "ACTIVEMQ",
                "LOGS",
                "FIREHOSE",
                "KINESIS_ANALYTICS"
            })
    void thePayloadOfARecordHasTheSameLimits(WholeEvent whole) {
        for (Class<?> type : List.of(Numbers.class, Map.class, JsonNode.class)) {
            for (Map.Entry<String, String> each : beyond().entrySet()) {
                assertThat(fault(whole, each.getKey(), type))
                        .as("%s of %s", type, whole)
                        .matches("(?si).*(not JSON that can be read here|does not fit).*(" + each.getValue() + ").*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"i\":1e999999999}",
                "{\"l\":1e999999999}",
                "{\"s\":1e999999999}",
                "{\"b\":1e999999999}",
                "{\"i\":\"1e999999999\"}",
                "{\"l\":\"1e999999999\"}",
                "{\"i\":99999999999}",
                "{\"l\":99999999999999999999}",
                "{\"whole\":1e999999999}",
                "{\"whole\":\"1e999999999\"}",
                "{\"decimal\":1e999999999}",
                "{\"decimal\":1e-999999999}",
                "{\"decimal\":\"1e999999999\"}",
                "{\"decimal\":1e1001}",
                "{\"decimal\":1e99999999999}"
            })
    void aNumberThatWouldFillTheMemoryIsRefused(String json) {
        for (WholeEvent whole : List.of(WholeEvent.SQS, WholeEvent.KINESIS, WholeEvent.HTTP_API, WholeEvent.SNS)) {
            assertThat(fault(whole, json, Numbers.class))
                    .contains("does not fit at " + json.substring(2, json.indexOf(':') - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1E+2147483647", "1e99999999999"})
    void aNumberThatWouldFillTheMemoryIsRefusedInAMapToo(String number) {
        assertThat(fault(WholeEvent.SQS, "{\"a\":" + number + "}", Map.class))
                .contains("a number is beyond what numbers can be");
    }

    @Test
    void aNumberThatIsLargeWithinReasonIsRead() throws IOException {
        List<Object> bound = new ArrayList<>();
        MethodHandler.of(EventKind.SQS, RouteTable.EACH, "", in -> bound.add(in.payload(Numbers.class)), "")
                .invoke(
                        WholeEvent.SQS.around(
                                "{\"i\":2147483647,\"l\":-9223372036854775808,\"whole\":1e300,\"decimal\":1e-400}"),
                        Invocation.live());

        Numbers numbers = (Numbers) bound.get(0);
        assertThat(numbers.i()).isEqualTo(Integer.MAX_VALUE);
        assertThat(numbers.l()).isEqualTo(Long.MIN_VALUE);
        assertThat(numbers.whole()).isEqualTo(BigInteger.TEN.pow(300));
        assertThat(numbers.decimal()).isEqualByComparingTo("1e-400");
    }

    @ParameterizedTest
    @ValueSource(classes = {Integer.class, Long.class, Short.class, BigInteger.class, BigDecimal.class})
    void aParameterThatWouldFillTheMemoryIsABadRequest(Class<?> type) throws IOException {
        for (String number : List.of("1e999999999", "1e-999999999", "9".repeat(2_000))) {
            MethodHandler handler = new MethodHandler(
                    RouteTable.builder(Map.of())
                            .http(0, "GET", "/{n}", "Shop.n")
                            .build(),
                    in -> in.path("n").as(type));
            JsonNode answer = JSON.readTree(handler.invoke(HttpForm.REST_API.event("/" + number), Invocation.live()));

            assertThat(answer.get("statusCode").asInt())
                    .as("%s %s", type, number)
                    .isEqualTo(400);
            assertThat(answer.get("body").asText()).contains("path parameter 'n' is not of type");
        }
    }

    @Test
    void anAttributesNumberIsOneThatDynamoDbKnows() {
        for (String number : List.of("1e999999999", "-1E-999999999", "1".repeat(61), "NaN")) {
            assertThat(refusal(
                            EventKind.DYNAMODB,
                            "{\"Records\":[{\"eventSource\":\"aws:dynamodb\",\"eventSourceARN\":\"s\",\"eventName\":"
                                    + "\"INSERT\",\"dynamodb\":{\"SequenceNumber\":\"1\",\"NewImage\":{\"a\":{\"N\":\""
                                    + number + "\"}}}}]}",
                            Map.class))
                    .contains("has no number");
        }
    }

    private static String fault(WholeEvent whole, String payload, Class<?> type) {
        return refusal(whole.kind, whole.around(payload), type);
    }

    /** What binding the payload of an event says. */
    private static String refusal(EventKind kind, String event, Class<?> type) {
        List<String> faults = new ArrayList<>();
        MethodHandler.Method method = in -> {
            try {
                in.payload(type);
                faults.add("none");
            } catch (BindException e) {
                Throwable cause = e;
                StringBuilder all = new StringBuilder();
                for (; cause != null; cause = cause.getCause()) {
                    all.append(cause.getMessage()).append('\n');
                }
                faults.add(all.toString());
            }
            return null;
        };
        MethodHandler handler = kind.isHttp()
                ? new MethodHandler(
                        RouteTable.builder(Map.of()).http(0, "ANY", "/", "a").build(), method)
                : MethodHandler.of(kind, RouteTable.EACH, "", method, "");
        try {
            handler.invoke(event, Invocation.live());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(faults).as(event.length() < 2_000 ? event : kind.name()).hasSize(1);
        return faults.get(0);
    }
}
