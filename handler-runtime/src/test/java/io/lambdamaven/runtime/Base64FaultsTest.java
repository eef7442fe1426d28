package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.api.KafkaRecord;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.api.LogEvent;
import io.lambdamaven.api.MqMessage;
import io.lambdamaven.api.WebSocketEvent;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to be base64, or packed, and is not: its record fails or is given back, and none is lost for it. */
@Timeout(60)
class Base64FaultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GARBAGE =
            List.of("!!!!", "a", "YWJj=", "YQ=x", "YWJj\nYWJj", " YWJj", "\u00e4\u00f6", "====", "YW-_", "YQ==YQ==");
    private static final String GOOD = "b2s=";

    @ParameterizedTest
    @EnumSource
    void aBodyThatIsNoBase64IsABadRequest(HttpForm form) throws IOException {
        for (String garbage : GARBAGE) {
            List<String> got = new ArrayList<>();
            MethodHandler handler = new MethodHandler(
                    RouteTable.builder(Map.of()).http(0, "POST", "/a", "Shop.a").build(),
                    in -> got.add(in.request().text()));
            JsonNode answer = JSON.readTree(handler.invoke(form.event("POST", "/a", garbage, true), Invocation.live()));

            assertThat(answer.get("statusCode").asInt())
                    .as(HttpForm.quoted(garbage))
                    .isEqualTo(400);
            assertThat(JSON.readTree(answer.get("body").asText()).get("detail").asText())
                    .isEqualTo("the body is not base64, as it is said to be");
            assertThat(got).isEmpty();

            handler.invoke(form.event("POST", "/a", garbage, false), Invocation.live());
            assertThat(got).containsExactly(garbage);
        }
    }

    @Test
    void aMessageOfAWebSocketThatIsNoBase64FailsAndIsNotHandled() {
        for (String garbage : GARBAGE) {
            List<Object> got = new ArrayList<>();
            MethodHandler handler = MethodHandler.of(
                    EventKind.WEBSOCKET, RouteTable.WHOLE, "", in -> got.add(in.payload(WebSocketEvent.class)), "");
            assertThatThrownBy(() -> handler.invoke(
                            "{\"requestContext\":{\"connectionId\":\"c\",\"eventType\":\"MESSAGE\",\"routeKey\":\"k\"},"
                                    + "\"isBase64Encoded\":true,\"body\":" + HttpForm.quoted(garbage) + "}",
                            Invocation.live()))
                    .isInstanceOf(BindException.class)
                    .hasMessage("the body is not base64, as it is said to be");
            assertThat(got).isEmpty();
        }
    }

    @Test
    void aRecordOfAStreamIsGivenBackWithAllThatFollow() throws IOException {
        for (String garbage : GARBAGE) {
            String event = records(
                    "{\"eventSource\":\"aws:kinesis\",\"eventSourceARN\":\"s\",\"kinesis\":{\"sequenceNumber\":\"~n~\","
                            + "\"data\":~data~}}",
                    garbage);
            List<String> handled = new ArrayList<>();
            Invocation context = Invocation.live();
            String answer = MethodHandler.of(
                            EventKind.KINESIS,
                            RouteTable.EACH,
                            "",
                            in -> handled.add(in.payload(KinesisRecord.class).text()),
                            "")
                    .invoke("{\"Records\":[" + event + "]}", context);

            assertThat(handled).containsExactly("ok");
            assertThat(JSON.readTree(answer).findValuesAsText("itemIdentifier"))
                    .first()
                    .isEqualTo("2");
            assertThat(context.log.toString()).contains("the data of record 2 is not base64");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"MSK", "KAFKA"})
    void aRecordOfATopicIsGivenBackWithAllThatFollowInItsPartition(EventKind kind) throws IOException {
        String head = kind == EventKind.MSK
                ? "\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"c\""
                : "\"eventSource\":\"SelfManagedKafka\"";
        for (String garbage : GARBAGE) {
            for (String member : List.of("value", "key")) {
                String partition =
                        records("{\"topic\":\"t\",\"partition\":0,\"offset\":~n~,\"" + member + "\":~data~}", garbage);
                String other = "{\"topic\":\"t\",\"partition\":1,\"offset\":9,\"value\":\"" + GOOD + "\"}";
                List<Long> handled = new ArrayList<>();
                String answer = MethodHandler.of(
                                kind,
                                RouteTable.EACH,
                                "",
                                in -> handled.add(in.payload(KafkaRecord.class).offset()),
                                "")
                        .invoke(
                                "{" + head + ",\"records\":{\"t-0\":[" + partition + "],\"t-1\":[" + other + "]}}",
                                Invocation.live());

                assertThat(handled).containsExactly(1L, 9L);
                JsonNode failures = JSON.readTree(answer).get("batchItemFailures");
                assertThat(failures).isNotEmpty();
                assertThat(failures.get(0).toString()).contains("2").doesNotContain("t-1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"RABBITMQ", "ACTIVEMQ"})
    void aMessageOfABrokerFailsItsBatchWhichIsDeliveredAgain(EventKind kind) {
        boolean rabbit = kind == EventKind.RABBITMQ;
        for (String garbage : GARBAGE) {
            String messages = rabbit
                    ? records("{\"basicProperties\":{\"messageId\":\"~n~\"},\"data\":~data~}", garbage)
                    : records(
                            "{\"messageID\":\"~n~\",\"destination\":{\"physicalName\":\"q\"},\"data\":~data~}",
                            garbage);
            String event = rabbit
                    ? "{\"eventSource\":\"aws:rmq\",\"eventSourceArn\":\"b\",\"rmqMessagesByQueue\":{\"q::/\":["
                            + messages + "]}}"
                    : "{\"eventSource\":\"aws:mq\",\"eventSourceArn\":\"b\",\"messages\":[" + messages + "]}";
            List<String> handled = new ArrayList<>();
            MethodHandler handler = MethodHandler.of(
                    kind,
                    RouteTable.EACH,
                    "",
                    in -> handled.add(in.payload(MqMessage.class).text()),
                    "");

            assertThatThrownBy(() -> handler.invoke(event, Invocation.live()))
                    .isInstanceOf(BindException.class)
                    .hasMessage("the data of message 2 is not base64");
            assertThat(handled).containsExactly("ok");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"FIREHOSE", "KINESIS_ANALYTICS"})
    void aRecordToTransformIsFailedByItselfWithItsDataAsTheyCame(EventKind kind) throws IOException {
        String arn = kind == EventKind.FIREHOSE ? "deliveryStreamArn" : "applicationArn";
        for (String garbage : GARBAGE) {
            String answer = MethodHandler.of(
                            kind,
                            RouteTable.EACH,
                            "",
                            in -> in.payload(FirehoseRecord.class).text(),
                            "")
                    .invoke(
                            "{\"invocationId\":\"i\",\"" + arn + "\":\"a\",\"records\":["
                                    + records("{\"recordId\":\"~n~\",\"data\":~data~}", garbage) + "]}",
                            Invocation.live());
            JsonNode records = JSON.readTree(answer).get("records");

            assertThat(records.findValuesAsText("recordId")).containsExactly("1", "2", "3");
            assertThat(records.findValuesAsText("result")).containsExactly("Ok", "ProcessingFailed", "Ok");
            assertThat(records.get(1).get("data").asText()).isEqualTo(garbage);
        }
    }

    @Test
    void logsThatCannotBeUnpackedFailAndAreDeliveredAgain() throws IOException {
        byte[] packed = WholeEvent.packed("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logEvents\":[]}");
        byte[] wrongSum = packed.clone();
        wrongSum[packed.length - 8] ^= 1;
        Map<String, String> faults = Map.of(
                "!!!!",
                "awslogs.data is not base64",
                "",
                "awslogs.data is not packed by gzip",
                "b2s=",
                "awslogs.data is not packed by gzip",
                WholeEvent.encoded(Arrays.copyOf(packed, packed.length - 9)),
                "awslogs.data is not packed by gzip",
                WholeEvent.encoded(Arrays.copyOf(packed, 5)),
                "awslogs.data is not packed by gzip",
                WholeEvent.encoded(wrongSum),
                "awslogs.data is not packed by gzip",
                WholeEvent.encoded(WholeEvent.packed("no JSON")),
                "holds no JSON object",
                WholeEvent.encoded(WholeEvent.packed("[]")),
                "holds no JSON object",
                bomb(1_500),
                "awslogs.data is larger than 16777216 bytes when unpacked");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            List<Object> handled = new ArrayList<>();
            MethodHandler handler = MethodHandler.of(
                    EventKind.LOGS, RouteTable.EACH, "", in -> handled.add(in.payload(LogEvent.class)), "");
            assertThatThrownBy(() ->
                            handler.invoke("{\"awslogs\":{\"data\":\"" + fault.getKey() + "\"}}", Invocation.live()))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(fault.getValue());
            assertThat(handled).isEmpty();
        }
    }

    /** A few bytes that stand for many megabytes. */
    private static String bomb(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < megabytes; i++) {
                gzip.write(blank);
            }
        }
        assertThat(out.size()).isLessThan(2 << 20);
        return WholeEvent.encoded(out.toByteArray());
    }

    /** Three records, of which the second holds garbage. */
    private static String records(String template, String garbage) {
        List<String> records = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            records.add(template.replace("~n~", String.valueOf(n))
                    .replace("~data~", HttpForm.quoted(n == 2 ? garbage : GOOD)));
        }
        return String.join(",", records);
    }
}
