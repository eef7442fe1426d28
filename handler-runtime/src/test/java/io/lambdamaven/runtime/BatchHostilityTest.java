package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lambdamaven.api.DocumentDbChange;
import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.api.KafkaRecord;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.api.LogEvent;
import io.lambdamaven.api.MqMessage;
import io.lambdamaven.api.S3BatchTask;
import io.lambdamaven.api.SesMessage;
import io.lambdamaven.api.SnsMessage;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who writes messages, or whole events, may try. */
class BatchHostilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event of each source, around one text that its sender chose. */
    enum Sent {
        SQS(EventKind.SQS, SqsMessage.class),
        SNS(EventKind.SNS, SnsMessage.class),
        KINESIS(EventKind.KINESIS, KinesisRecord.class),
        DYNAMODB(EventKind.DYNAMODB, DynamoDbRecord.class),
        MSK(EventKind.MSK, KafkaRecord.class),
        KAFKA(EventKind.KAFKA, KafkaRecord.class),
        ACTIVEMQ(EventKind.ACTIVEMQ, MqMessage.class),
        RABBITMQ(EventKind.RABBITMQ, MqMessage.class),
        DOCUMENTDB(EventKind.DOCUMENTDB, DocumentDbChange.class),
        SES(EventKind.SES, SesMessage.class),
        CODECOMMIT(EventKind.CODECOMMIT, JsonNode.class),
        LOGS(EventKind.LOGS, LogEvent.class),
        FIREHOSE(EventKind.FIREHOSE, FirehoseRecord.class),
        KINESIS_ANALYTICS(EventKind.KINESIS_ANALYTICS, FirehoseRecord.class),
        S3_BATCH(EventKind.S3_BATCH, S3BatchTask.class);

        final EventKind kind;
        final Class<?> type;

        Sent(EventKind kind, Class<?> type) {
            this.kind = kind;
            this.type = type;
        }

        String event(String text) throws IOException {
            String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            String quoted = Events.quoted(text);
            return switch (this) {
                case SQS -> Events.sqs("orders", text);
                case SNS ->
                    "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"TopicArn\":\"t\",\"Message\":" + quoted
                            + ",\"MessageAttributes\":{\"a\":{\"Type\":\"String\",\"Value\":" + quoted + "}}}}]}";
                case KINESIS ->
                    "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"sequenceNumber\":\"1\",\"data\":\""
                            + base64 + "\",\"approximateArrivalTimestamp\":1.5},\"eventSourceARN\":\"s\"}]}";
                case DYNAMODB ->
                    "{\"Records\":[{\"eventSource\":\"aws:dynamodb\",\"eventName\":\"INSERT\",\"dynamodb\":{"
                            + "\"SequenceNumber\":\"1\",\"NewImage\":{\"text\":{\"S\":" + quoted
                            + "},\"n\":{\"N\":\"1\"}}},"
                            + "\"eventSourceARN\":\"s\"}]}";
                case MSK -> "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"c\"," + kafka(base64);
                case KAFKA -> "{\"eventSource\":\"SelfManagedKafka\"," + kafka(base64);
                case ACTIVEMQ ->
                    "{\"eventSource\":\"aws:mq\",\"eventSourceArn\":\"b\",\"messages\":[{\"messageID\":\"1\","
                            + "\"destination\":{\"physicalName\":\"q\"},\"properties\":{\"a\":" + quoted
                            + "},\"data\":\"" + base64
                            + "\"}]}";
                case RABBITMQ ->
                    "{\"eventSource\":\"aws:rmq\",\"eventSourceArn\":\"b\",\"rmqMessagesByQueue\":{\"q::/\":[{"
                            + "\"basicProperties\":{\"messageId\":\"1\",\"headers\":{\"h\":{\"bytes\":[104]}}},\"data\":\""
                            + base64 + "\"}]}}";
                case DOCUMENTDB ->
                    "{\"eventSource\":\"aws:docdb\",\"eventSourceArn\":\"c\",\"events\":[{\"event\":{"
                            + "\"operationType\":\"insert\",\"ns\":{\"db\":\"d\",\"coll\":\"c\"},\"clusterTime\":{"
                            + "\"$timestamp\":{\"t\":1,\"i\":1}},\"fullDocument\":{\"text\":" + quoted + "}}}]}";
                case SES ->
                    "{\"Records\":[{\"eventSource\":\"aws:ses\",\"ses\":{\"mail\":{\"messageId\":\"1\",\"destination\":["
                            + "\"a\"],\"commonHeaders\":{\"subject\":" + quoted + "}},\"receipt\":{\"spamVerdict\":{"
                            + "\"status\":\"PASS\"}}}}]}";
                case CODECOMMIT ->
                    "{\"Records\":[{\"eventSource\":\"aws:codecommit\",\"eventSourceARN\":\"r\",\"customData\":"
                            + quoted + "}]}";
                case LOGS ->
                    "{\"awslogs\":{\"data\":\""
                            + packed("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\","
                                    + "\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":" + quoted + "}]}")
                            + "\"}}";
                case FIREHOSE ->
                    "{\"invocationId\":\"i\",\"deliveryStreamArn\":\"s\",\"records\":[{\"recordId\":\"1\",\"data\":\""
                            + base64 + "\"}]}";
                case KINESIS_ANALYTICS ->
                    "{\"invocationId\":\"i\",\"applicationArn\":\"s\",\"records\":[{\"recordId\":\"1\"," + "\"data\":\""
                            + base64 + "\"}]}";
                case S3_BATCH ->
                    "{\"invocationSchemaVersion\":\"2.0\",\"invocationId\":\"i\",\"job\":{\"id\":\"j\","
                            + "\"userArguments\":{\"a\":" + quoted + "}},\"tasks\":[{\"taskId\":\"1\",\"s3Key\":"
                            + quoted
                            + ",\"s3Bucket\":\"b\"}]}";
            };
        }

        private static String kafka(String base64) {
            return "\"records\":{\"t-0\":[{\"topic\":\"t\",\"partition\":0,\"offset\":1,\"timestamp\":1,\"key\":\""
                    + base64 + "\",\"value\":\"" + base64 + "\",\"headers\":[{\"h\":[104]}]}]}}";
        }

        private static String packed(String document) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(document.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().encodeToString(out.toByteArray());
        }

        MethodHandler each(MethodHandler.Method method) {
            return MethodHandler.of(kind, RouteTable.EACH, "unwrap", method, "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void operatorsMarkersInsideAnyRecordAreData(Sent sent) throws IOException {
        for (String marker : List.of(
                "{\"command\":\"reindex\",\"args\":[]}",
                "{\"lambda-maven\":\"ping\"}",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"}],\"command\":\"reindex\"}")) {
            List<String> seen = new ArrayList<>();
            String answer = sent.each(in -> {
                        in.payload(sent.type);
                        seen.add(in.payload(String.class));
                        return "";
                    })
                    .invoke(sent.event(marker), Invocation.through("ops"));

            assertThat(seen).as("%s %s", sent, marker).hasSize(1);
            assertThat(seen.get(0).replace("\\", "")).as("%s %s", sent, marker).contains(marker);
            assertThat(answer).doesNotContain("pong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyMemberMayBeAnything(Sent sent) throws IOException {
        JsonNode event = JSON.readTree(sent.event("{\"id\":\"1\"}"));
        Random random = new Random(sent.ordinal());
        for (int i = 0; i < 1500; i++) {
            JsonNode changed = event.deepCopy();
            change(changed, random);
            String json = JSON.writeValueAsString(changed);
            // What is no longer known as this source's is another line's business.
            if (Recognizer.recognize(json.getBytes(StandardCharsets.UTF_8), false)
                            .kind()
                    == sent.kind) {
                survive(sent, json);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingHasAnEnd(String opening) throws IOException {
        String deep = opening.repeat(100_000);
        for (Sent sent : Sent.values()) {
            survive(sent, sent.event(deep));
        }
        survive(Sent.DYNAMODB, Sent.DYNAMODB.event("x").replace("{\"S\":\"x\"}", "{\"L\":[".repeat(5_000)));
    }

    private static void survive(Sent sent, String json) throws IOException {
        List<Exception> inside = new ArrayList<>();
        MethodHandler handler = sent.each(in -> {
            try {
                in.payload(sent.type);
                in.payload(String.class);
                in.payload(JsonNode.class);
            } catch (RuntimeException e) {
                inside.add(e);
                throw e;
            }
            return "";
        });
        try {
            JSON.readTree(handler.invoke(json, Invocation.live()));
        } catch (BindException | JsonException | UnroutableEventException | IllegalStateException e) {
            assertThat(e).as(json).message().isNotEmpty();
        }
        assertThat(inside).as(json).allMatch(e -> e instanceof BindException);
    }

    private static void change(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode node = containers.get(random.nextInt(containers.size()));
        List<String> values = List.of(
                "null",
                "true",
                "-1",
                "1e999999999",
                "1.5",
                "\"\"",
                "\"x\"",
                "[]",
                "{}",
                "[null,1,{}]",
                "{\"a\":[1]}",
                "\"1E+2147483647\"",
                "99999999999999999999");
        try {
            JsonNode value = JSON.readTree(values.get(random.nextInt(values.size())));
            if (node instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), value);
            } else if (node instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                if (random.nextBoolean()) {
                    object.remove(name);
                } else {
                    object.set(name, value);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
