package io.lambdamaven.runtime.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.event.Records;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.HttpMatch;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    record Line(String article, int quantity) {}

    private static final String SQS = """
            {"Records":[
             {"messageId":"m-1","receiptHandle":"h-1","body":"{\\"article\\":\\"pen\\",\\"quantity\\":2}",
              "attributes":{"SenderId":"s","ApproximateReceiveCount":"1"},
              "messageAttributes":{"kind":{"stringValue":"new","dataType":"String"},
               "blob":{"binaryValue":"aGk=","stringListValues":[],"dataType":"Binary"}},
              "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:orders"},
             {"messageId":"m-2","body":"oops","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-central-1:1:orders"}]}""";

    @Test
    void aBodyTakesEveryFormThatAHandlerMayAskFor() throws IOException {
        Arguments in = http("{\"article\":\"pen\",\"quantity\":2}", false);

        assertThat(in.payload(Line.class)).isEqualTo(new Line("pen", 2));
        assertThat(in.payload(JsonNode.class).get("quantity").asInt()).isEqualTo(2);
        assertThat(in.payload(String.class)).startsWith("{");
        assertThat(in.payload(byte[].class)).hasSize(30);
        assertThat(in.payload(InputStream.class).readAllBytes()).hasSize(30);
        Map<String, Object> map = in.payload(Types.of(Map.class, String.class, Object.class));
        assertThat(map).containsEntry("article", "pen");
        List<Line> lines =
                http("[{\"article\":\"pen\",\"quantity\":2}]", false).payload(Types.of(List.class, Line.class));
        assertThat(lines).containsExactly(new Line("pen", 2));
    }

    @Test
    void aFaultNamesTheParameterAndThePathInItsJson() {
        Arguments in = http("[{\"article\":\"pen\",\"quantity\":\"many\"}]", false);

        assertThatThrownBy(() -> in.at("lines").payload(Types.of(List.class, Line.class)))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("parameter 'lines': the body does not fit at ")
                .hasMessageContaining("quantity");
        assertThatThrownBy(() -> http("", false).at("line").payload(Line.class))
                .hasMessage("parameter 'line': the body is missing");
    }

    @Test
    void aBase64BodyIsDecoded() {
        assertThat(http("aGk=", true).payload(String.class)).isEqualTo("hi");
        assertThatThrownBy(() -> http("not base64!", true).request())
                .isInstanceOf(BindException.class)
                .hasMessage("the body is not base64, as it is said to be");
    }

    @Test
    void noBodyIsEmptyTextAndNoRecord() {
        Arguments in = http(null, false);

        assertThat(in.payload(String.class)).isEmpty();
        assertThat(in.payload(byte[].class)).isEmpty();
        assertThatThrownBy(() -> in.payload(Line.class)).hasMessage("the body is missing");
    }

    @Test
    void aRequestsPartsAreFoundByName() {
        Arguments in = http(null, false);

        assertThat(in.path("id").as(Integer.class)).isEqualTo(7);
        assertThat(in.query("q").asList(String.class)).containsExactly("1", "2");
        assertThat(in.header("x-TRACE").as(String.class)).isEqualTo("t");
        assertThat(in.cookie("session").as(String.class)).isEqualTo("a=b");
        assertThatThrownBy(() -> in.header("X-None").as(String.class)).hasMessage("header 'X-None' is missing");
        assertThatThrownBy(() -> in.cookie("none").as(String.class)).hasMessage("cookie 'none' is missing");
        HttpRequest request = in.request();
        assertThat(request.header("X-Trace")).isEqualTo("t");
        assertThat(request.query("q")).isEqualTo("1");
        assertThat(request.cookies()).containsEntry("quoted", "q");
        assertThat(request.stageVariables()).containsEntry("v", "1");
        assertThat(request.sourceIp()).isEqualTo("198.51.100.7");
    }

    @Test
    void onlyAnHttpEventHasARequest() {
        Arguments in = Arguments.ofValue(null, bytes("{}"), Payload.json("the payload", bytes("{}")));

        assertThatIllegalStateException().isThrownBy(in::request).withMessage("only an HTTP event has a request");
    }

    @Test
    void aMessageIsItselfItsBodyOrWhatTheBodyHolds() {
        RecordPayloads records = new RecordPayloads(EventKind.SQS, bytes(SQS), false);
        Arguments in = Arguments.ofRecord(null, bytes(SQS), records.of(0).get(0));

        assertThat(in.payload(Line.class)).isEqualTo(new Line("pen", 2));
        assertThat(in.payload(String.class)).startsWith("{");
        SqsMessage message = in.payload(SqsMessage.class);
        assertThat(message.attributes()).containsEntry("SenderId", "s");
        assertThat(message.messageAttributes()).containsEntry("kind", "new").containsEntry("blob", "aGk=");
        assertThat(message.queueArn()).endsWith(":orders");
    }

    @Test
    void aBatchGivesAllPayloadsAndNamesTheMessageThatDoesNotFit() {
        Payload event = Payload.json("the event", bytes(SQS));
        Arguments in = Arguments.ofBatch(null, bytes(SQS), event, new RecordPayloads(EventKind.SQS, bytes(SQS), false));

        assertThat(in.payloads(SqsMessage.class))
                .extracting(SqsMessage::messageId)
                .containsExactly("m-1", "m-2");
        assertThat(in.payloads(String.class)).contains("oops");
        assertThatThrownBy(() -> in.payloads(Line.class))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("the body of message m-2 is not JSON that can be read here");
    }

    @Test
    void theWholeEventComesInEveryRawFormAndAsAwsClass() throws IOException {
        Arguments in = Arguments.ofBatch(null, bytes(SQS), List.of());

        assertThat(in.event(String.class)).isEqualTo(SQS);
        assertThat(in.event(byte[].class)).isEqualTo(bytes(SQS));
        assertThat(in.event(InputStream.class).readAllBytes()).isEqualTo(bytes(SQS));
        assertThat(in.event(JsonNode.class).at("/Records/0/messageId").asText()).isEqualTo("m-1");
        assertThat((Object) in.event(Map.class)).asString().contains("messageId=m-1");
        assertThat(in.awsEvent(SQSEvent.class).getRecords().get(0).getMessageId())
                .isEqualTo("m-1");
    }

    @Test
    void anObjectIsReadFromItsRecord() {
        String event = """
                {"Records":[{"eventSource":"aws:s3","awsRegion":"eu-central-1","eventName":"ObjectCreated:Put",
                 "eventTime":"2026-01-01T03:00:00.000Z","s3":{"bucket":{"name":"in"},
                 "object":{"key":"a+b%2Fc","size":42,"eTag":"e","versionId":"v","sequencer":"0A"}}}]}""";
        Payload payload = Payload.of(Records.s3(bytes(event)).get(0));

        assertThat(Arguments.ofRecord(null, bytes(event), payload).payload(S3Object.class))
                .isEqualTo(new S3Object(
                        "in",
                        "a b/c",
                        42,
                        "e",
                        "v",
                        "0A",
                        "ObjectCreated:Put",
                        "eu-central-1",
                        Instant.parse("2026-01-01T03:00:00Z")));
        assertThat(Arguments.ofBatch(null, bytes(event), List.of(payload))
                        .awsEvent(S3Event.class)
                        .getRecords())
                .hasSize(1);
    }

    @Test
    void awsClassesOfHttpAndSchedulesAreReadToo() {
        String http = "{\"version\":\"2.0\",\"rawPath\":\"/a\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
        String tick = "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{},\"id\":\"t\"}";

        assertThat(value(http).awsEvent(APIGatewayV2HTTPEvent.class).getRawPath())
                .isEqualTo("/a");
        assertThat(value(tick).awsEvent(ScheduledEvent.class).getDetailType()).isEqualTo("Scheduled Event");
    }

    @Test
    void aDirectPayloadIsUnquotedAsTextAndWholeInRawForms() {
        assertThat(value("\"a\\nb\"").payload(String.class)).isEqualTo("a\nb");
        assertThat(value("\"a\"").event(String.class)).isEqualTo("\"a\"");
        assertThat(value("{\"a\":1}").payload(String.class)).isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> value("null").payload(Line.class)).hasMessage("the payload is missing");
    }

    private static Arguments value(String json) {
        return Arguments.ofValue(null, bytes(json), Payload.json("the payload", bytes(json)));
    }

    private static Arguments http(String body, boolean base64) {
        String json =
                """
                {"rawPath": "/orders/7", "rawQueryString": "q=1&q=2", "headers": {"x-trace": "t"},
                 "cookies": ["session=a=b", "quoted=\\"q\\"", "none", "=x"],
                 "requestContext": {"http": {"method": "POST", "sourceIp": "198.51.100.7"}, "requestId": "r"},
                 "stageVariables": {"v": "1"}, "isBase64Encoded": %s, "body": %s}""".formatted(base64, body == null ? "null" : new String(Json.write(body), StandardCharsets.UTF_8));
        Event what = Recognizer.recognize(bytes(json), false);
        HttpMatch match = RouteTable.builder(Map.of())
                .http(0, "POST", "/orders/{id}", "Orders.post")
                .build()
                .http("POST", "/orders/7", true);
        HttpMatch.Found found = (HttpMatch.Found) match;
        return Arguments.ofHttp(null, bytes(json), new LazyRequest(what, HttpTarget.of(what), bytes(json), found));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
