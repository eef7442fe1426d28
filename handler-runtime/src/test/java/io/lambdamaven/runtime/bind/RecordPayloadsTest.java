package io.lambdamaven.runtime.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.api.KafkaRecord;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.api.MqMessage;
import io.lambdamaven.runtime.event.EventKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPayloadsTest {
    enum State {
        NEW,
        PAID
    }

    record Line(String article, int quantity) {}

    record Order(
            long id,
            BigDecimal total,
            State state,
            boolean paid,
            String note,
            List<Line> lines,
            List<String> tags,
            Map<String, BigDecimal> rates,
            byte[] blob) {}

    private static final String ITEM = """
            {"id":{"N":"9007199254740993"},"total":{"N":"12.340"},"state":{"S":"PAID"},"paid":{"BOOL":true},
             "note":{"NULL":true},"lines":{"L":[{"M":{"article":{"S":"pen"},"quantity":{"N":"2"}}}]},
             "tags":{"SS":["a","b"]},"rates":{"M":{"eur":{"N":"1E-3"}}},"blob":{"B":"aGk="},
             "numbers":{"NS":["1","2.5"]},"blobs":{"BS":["aGk="]}}""";

    @Test
    void anItemOfDynamoDbBindsToAPlainRecord() {
        Order order = only(EventKind.DYNAMODB, dynamo("INSERT", "NewImage", ITEM), Order.class);

        assertThat(order.id()).isEqualTo(9_007_199_254_740_993L);
        assertThat(order.total()).isEqualTo(new BigDecimal("12.340"));
        assertThat(order.state()).isEqualTo(State.PAID);
        assertThat(order.paid()).isTrue();
        assertThat(order.note()).isNull();
        assertThat(order.lines()).containsExactly(new Line("pen", 2));
        assertThat(order.tags()).containsExactly("a", "b");
        assertThat(order.rates()).containsEntry("eur", new BigDecimal("0.001"));
        assertThat(order.blob()).isEqualTo(bytes("hi"));
    }

    @Test
    void itsRecordHasPlainImages() {
        DynamoDbRecord record = only(EventKind.DYNAMODB, dynamo("MODIFY", "NewImage", ITEM), DynamoDbRecord.class);

        assertThat(record.newImage())
                .containsEntry("id", new BigDecimal("9007199254740993"))
                .containsEntry("note", null)
                .containsEntry("numbers", List.of(new BigDecimal("1"), new BigDecimal("2.5")))
                .containsEntry("blobs", List.of("aGk="))
                .containsEntry("lines", List.of(Map.of("article", "pen", "quantity", new BigDecimal(2))));
        assertThat(record.oldImage()).isEmpty();
        assertThat(record.keys()).isEqualTo(Map.of("id", "k"));
        assertThat(record.sequenceNumber()).isEqualTo("111");
        assertThat(record.approximateCreationTime()).isEqualTo(Instant.ofEpochSecond(1_479_499_740));
        assertThat(record.isExpiry()).isFalse();
    }

    @Test
    void aRemovedItemIsItsOldImageAndElseItsKeys() {
        assertThat(only(EventKind.DYNAMODB, dynamo("REMOVE", "OldImage", "{\"id\":{\"N\":\"1\"}}"), JsonNode.class))
                .hasToString("{\"id\":1}");
        assertThat(only(EventKind.DYNAMODB, dynamo("INSERT", "Other", "{}"), JsonNode.class))
                .hasToString("{\"id\":\"k\"}");
    }

    @Test
    void anExpiryIsKnownByItsPrincipal() {
        String event = dynamo("REMOVE", "OldImage", "{}").replace("\"eventName\"", """
                "userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"},"eventName\"""");

        assertThat(only(EventKind.DYNAMODB, event, DynamoDbRecord.class).isExpiry())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            value = {
                "{\"a\":{\"N\":\"1x\"}};has no number at a",
                "{\"a\":{\"L\":[{\"S\":\"b\"},{\"N\":\"\"}]}};has no number at a[1]",
                "{\"a\":{\"M\":{\"b\":{\"BOOL\":\"perhaps\"}}}};has neither true nor false at a.b",
                "{\"a\":{\"X\":1}};has an attribute of the unknown type X at a",
                "{\"a\":1};has no attribute value at a",
                "{\"a\":{}};has no attribute value at a",
                "{\"a\":{\"S\":\"b\",\"N\":\"1\"}};has an attribute of two types at a",
                "{\"a\":{\"SS\":\"b\"}};has no set at a",
                "{\"a\":{\"L\":{}}};has no list at a",
                "{\"a\":{\"M\":[]}};has no map of attributes at a",
                "{\"a\":{\"S\":[]}};has no text at a",
            })
    void anIllFormedItemIsNamedWithItsPath(String image, String fault) {
        assertThatThrownBy(() -> only(EventKind.DYNAMODB, dynamo("INSERT", "NewImage", image), JsonNode.class))
                .isInstanceOf(BindException.class)
                .hasMessage("the item of record 111 " + fault);
    }

    @Test
    void numbersLongerThanDynamoDbHasAreRefused() {
        String image = "{\"a\":{\"N\":\"" + "9".repeat(100_000) + "\"}}";

        assertThatThrownBy(() -> only(EventKind.DYNAMODB, dynamo("INSERT", "NewImage", image), JsonNode.class))
                .hasMessage("the item of record 111 has no number at a");
    }

    @Test
    void aKinesisRecordIsDecoded() {
        String event = """
                {"Records":[{"eventSource":"aws:kinesis","eventID":"shardId-0:49","eventSourceARN":"arn:stream",
                 "kinesis":{"partitionKey":"p","sequenceNumber":"49","data":"%s",
                 "approximateArrivalTimestamp":1545084650.987}}]}""";

        KinesisRecord record = only(
                EventKind.KINESIS, event.formatted("eyJhcnRpY2xlIjoicGVuIiwicXVhbnRpdHkiOjJ9"), KinesisRecord.class);
        assertThat(record.text()).isEqualTo("{\"article\":\"pen\",\"quantity\":2}");
        assertThat(record.data()).isEqualTo(bytes("{\"article\":\"pen\",\"quantity\":2}"));
        assertThat(record.partitionKey()).isEqualTo("p");
        assertThat(record.sequenceNumber()).isEqualTo("49");
        assertThat(record.arrivalTime()).isEqualTo(Instant.parse("2018-12-17T22:10:50.987Z"));
        assertThat(record.streamArn()).isEqualTo("arn:stream");
        assertThat(record).hasToString("KinesisRecord[shardId-0:49]");
        assertThat(only(EventKind.KINESIS, event.formatted("eyJhcnRpY2xlIjoicGVuIiwicXVhbnRpdHkiOjJ9"), Line.class))
                .isEqualTo(new Line("pen", 2));
        assertThatThrownBy(() -> only(EventKind.KINESIS, event.formatted("%%"), Line.class))
                .isInstanceOf(BindException.class)
                .hasMessage("the data of record 49 is not base64");
        assertThatThrownBy(() -> only(EventKind.KINESIS, event.formatted("e30x"), Line.class))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("the data of record 49 does not fit");
        assertThatThrownBy(() -> only(EventKind.KINESIS, event.formatted(""), Line.class))
                .isInstanceOf(BindException.class)
                .hasMessage("the data of record 49 is missing");
    }

    @Test
    void aKafkaRecordHasItsHeadersInEveryForm() {
        String event = """
                {"eventSource":"aws:kafka","records":{"t-3":[{"topic":"t","partition":3,"offset":15,
                 "timestamp":1545084650987,"key":"aw==","value":"aGk=",
                 "headers":[{"a":[104,105]},{"b":"aGk="},{"a":[-61,-92]},{"a":[195,164]}]},
                 {"topic":"t","partition":3,"offset":16,"headers":[]}]}}""";
        List<Payload> payloads = new RecordPayloads(EventKind.MSK, bytes(event), false).all();

        KafkaRecord record = (KafkaRecord) payloads.get(0).as(KafkaRecord.class);
        assertThat(record.topic()).isEqualTo("t");
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.offset()).isEqualTo(15);
        assertThat(record.timestamp()).isEqualTo(Instant.ofEpochMilli(1_545_084_650_987L));
        assertThat(record.keyText()).isEqualTo("k");
        assertThat(record.key()).isEqualTo(bytes("k"));
        assertThat(record.text()).isEqualTo("hi");
        assertThat(record.header("a")).isEqualTo("hi");
        assertThat(record.header("none")).isNull();
        assertThat(record.headers().get("a"))
                .extracting(value -> new String(value, StandardCharsets.UTF_8))
                .containsExactly("hi", "ä", "ä");
        assertThat(record.header("b")).isEqualTo("hi");
        KafkaRecord tombstone = (KafkaRecord) payloads.get(1).as(KafkaRecord.class);
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.text()).isNull();
        assertThat(tombstone.key()).isNull();
        assertThatThrownBy(() -> payloads.get(1).as(Line.class)).hasMessage("the value of record t-3@16 is missing");
        assertThatThrownBy(() -> only(
                        EventKind.MSK, "{\"records\":{\"t-3\":[{\"headers\":[{\"a\":[256]}]}]}}", KafkaRecord.class))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("headers.a");
    }

    @Test
    void messagesOfBothBrokersAreOne() {
        MqMessage active = only(EventKind.ACTIVEMQ, """
                {"eventSource":"aws:mq","eventSourceArn":"arn:broker","messages":[{"messageID":"ID:1",
                 "messageType":"jms/text-message","correlationID":"","replyTo":"null","redelivered":true,
                 "destination":{"physicalName":"q"},"data":"aGk=","properties":{"k":"v"}}]}""", MqMessage.class);
        assertThat(active.messageId()).isEqualTo("ID:1");
        assertThat(active.queue()).isEqualTo("q");
        assertThat(active.text()).isEqualTo("hi");
        assertThat(active.data()).isEqualTo(bytes("hi"));
        assertThat(active.type()).isEqualTo("jms/text-message");
        assertThat(active.correlationId()).isNull();
        assertThat(active.replyTo()).isNull();
        assertThat(active.redelivered()).isTrue();
        assertThat(active.properties()).isEqualTo(Map.of("k", "v"));
        assertThat(active.brokerArn()).isEqualTo("arn:broker");

        MqMessage rabbit = only(EventKind.RABBITMQ, """
                {"eventSource":"aws:rmq","eventSourceArn":"arn:broker","rmqMessagesByQueue":{"q::/":[{
                 "basicProperties":{"contentType":"text/plain","headers":{"h":{"bytes":[104,105]},"n":10},
                 "correlationId":"c","messageId":null},"redelivered":false,"data":"aGk="}]}}""", MqMessage.class);
        assertThat(rabbit.messageId()).isEmpty();
        assertThat(rabbit.queue()).isEqualTo("q");
        assertThat(rabbit.type()).isEqualTo("text/plain");
        assertThat(rabbit.correlationId()).isEqualTo("c");
        assertThat(rabbit.redelivered()).isFalse();
        assertThat(rabbit.properties()).isEqualTo(Map.of("h", "hi", "n", "10"));
    }

    @Test
    void aFirehoseRecordKnowsTheStreamItCameFrom() {
        FirehoseRecord record = only(EventKind.FIREHOSE, """
                {"deliverySteamArn":"arn:f","records":[{"recordId":"1","data":"aGk=",
                 "approximateArrivalTimestamp":1495072949453,
                 "kinesisRecordMetadata":{"partitionKey":"p","sequenceNumber":"49"}}]}""", FirehoseRecord.class);

        assertThat(record.text()).isEqualTo("hi");
        assertThat(record.data()).isEqualTo(bytes("hi"));
        assertThat(record.partitionKey()).isEqualTo("p");
        assertThat(record.sequenceNumber()).isEqualTo("49");
        assertThat(record.arrivalTime()).isEqualTo(Instant.ofEpochMilli(1_495_072_949_453L));
        assertThat(record.streamArn()).isEqualTo("arn:f");
    }

    @Test
    void ofEqualKeysTheFirstCounts() {
        String event = """
                {"Records":[{"messageId":"m-1","messageId":"m-2","body":"a","body":"b"}],"Records":[{"body":"c"}]}""";

        assertThat(new RecordPayloads(EventKind.SQS, bytes(event), false).all())
                .singleElement()
                .satisfies(payload -> assertThat(payload.as(String.class)).isEqualTo("a"));
    }

    @Test
    void membersOfTheWrongKindAreAsGoodAsMissing() {
        for (EventKind kind : List.of(
                EventKind.SQS,
                EventKind.SNS,
                EventKind.KINESIS,
                EventKind.DYNAMODB,
                EventKind.MSK,
                EventKind.ACTIVEMQ,
                EventKind.RABBITMQ,
                EventKind.DOCUMENTDB,
                EventKind.SES,
                EventKind.FIREHOSE,
                EventKind.S3_BATCH)) {
            for (String list : List.of("null", "1", "{}", "[1,null,[],{}]", "{\"a\":1,\"b\":[1,{}]}")) {
                StringBuilder event = new StringBuilder("{");
                for (String name :
                        Arrays.asList("Records", "records", "messages", "rmqMessagesByQueue", "events", "tasks")) {
                    event.append('"').append(name).append("\":").append(list).append(',');
                }
                event.append("\"x\":1}");
                for (Payload payload : new RecordPayloads(kind, bytes(event.toString()), false).all()) {
                    assertThat(payload.as(String.class)).as("%s %s", kind, list).isNotNull();
                }
            }
        }
    }

    private static <T> T only(EventKind kind, String event, Class<T> type) {
        List<Payload> all = new RecordPayloads(kind, bytes(event), false).all();
        assertThat(all).hasSize(1);
        return type.cast(all.get(0).as(type));
    }

    private static String dynamo(String eventName, String name, String image) {
        return """
                {"Records":[{"eventSource":"aws:dynamodb","eventID":"1","eventName":"%s",
                 "eventSourceARN":"arn:aws:dynamodb:eu-central-1:1:table/orders/stream/2026",
                 "dynamodb":{"ApproximateCreationDateTime":1479499740,"SequenceNumber":"111","StreamViewType":"NEW_AND_OLD_IMAGES",
                 "Keys":{"id":{"S":"k"}},"%s":%s}}]}""".formatted(eventName, name, image);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
