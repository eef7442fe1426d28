package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real payloads of every batch source: taken record by record, as a list and raw, and answered in the source's form. */
class BatchCorpusTest {
    private static final Map<EventKind, Class<?>> TYPES = Map.ofEntries(
            Map.entry(EventKind.SQS, SqsMessage.class),
            Map.entry(EventKind.SNS, SnsMessage.class),
            Map.entry(EventKind.DYNAMODB, DynamoDbRecord.class),
            Map.entry(EventKind.KINESIS, KinesisRecord.class),
            Map.entry(EventKind.MSK, KafkaRecord.class),
            Map.entry(EventKind.KAFKA, KafkaRecord.class),
            Map.entry(EventKind.ACTIVEMQ, MqMessage.class),
            Map.entry(EventKind.RABBITMQ, MqMessage.class),
            Map.entry(EventKind.DOCUMENTDB, DocumentDbChange.class),
            Map.entry(EventKind.SES, SesMessage.class),
            Map.entry(EventKind.LOGS, LogEvent.class),
            Map.entry(EventKind.FIREHOSE, FirehoseRecord.class),
            Map.entry(EventKind.KINESIS_ANALYTICS, FirehoseRecord.class),
            Map.entry(EventKind.S3_BATCH, S3BatchTask.class),
            Map.entry(EventKind.CODECOMMIT, JsonNode.class));

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyPayloadIsTakenInEveryForm() throws IOException {
        String folder = System.getProperty("lambda.events", "");
        assumeThat(folder)
                .as("name a folder of sample events with -Dlambda.events=DIR")
                .isNotBlank();
        List<String> lines = Files.readAllLines(Path.of(folder, "index.tsv"));
        int taken = 0;
        for (String line : lines.subList(1, lines.size())) {
            String path = line.substring(0, line.indexOf('\t'));
            byte[] event = Files.readAllBytes(Path.of(folder, path));
            Event what = Recognizer.recognize(event, false);
            if (TYPES.containsKey(what.kind())) {
                check(path, what, new String(event, StandardCharsets.UTF_8));
                taken++;
            }
        }
        assertThat(taken).isPositive();
    }

    private static void check(String path, Event what, String event) throws IOException {
        EventKind kind = what.kind();
        Class<?> type = TYPES.get(kind);
        boolean window = what.detail().equals("window");
        boolean transformed = kind == EventKind.FIREHOSE || kind == EventKind.KINESIS_ANALYTICS;
        List<Object> seen = new ArrayList<>();
        Invocation context = Invocation.live();
        String raw = handler(kind, RouteTable.WHOLE, window, in -> {
                    seen.add(in.event(String.class));
                    return transformed ? "{\"records\":[]}" : null;
                })
                .invoke(event, context);
        assertThat(seen).as(path).containsExactly(event);
        valid(path, kind, raw);
        if (path.contains("event-mocks--cloud-watch-log")) {
            return; // what it holds is no document of CloudWatch Logs
        }
        handler(kind, RouteTable.WHOLE, window, in -> {
                    seen.addAll(in.payloads(type));
                    return transformed ? "{\"records\":[]}" : null;
                })
                .invoke(event, context);
        int records = seen.size() - 1;
        if (!window) {
            String each = handler(kind, RouteTable.EACH, false, in -> {
                        seen.add(in.payload(type));
                        return in.payload(String.class);
                    })
                    .invoke(event, context);
            assertThat(seen).as(path).hasSize(1 + 2 * records);
            valid(path, kind, each);
        }
        assertThat(context.log).as(path).isEmpty();
    }

    private static void valid(String path, EventKind kind, String answer) throws IOException {
        JsonNode json = JSON.readTree(answer);
        switch (kind) {
            case SQS, KINESIS, DYNAMODB, MSK, KAFKA ->
                assertThat(json.get("batchItemFailures").isArray()).as(path).isTrue();
            case FIREHOSE, KINESIS_ANALYTICS ->
                json.get("records")
                        .forEach(record -> assertThat(record.get("result").asText())
                                .as(path)
                                .isEqualTo("Ok"));
            case S3_BATCH ->
                assertThat(json.at("/results/0/resultCode").asText()).as(path).isEqualTo("Succeeded");
            case SES -> assertThat(json.get("disposition").asText()).as(path).isEqualTo("CONTINUE");
            default -> assertThat(json.isNull()).as(path).isTrue();
        }
    }

    private static MethodHandler handler(
            EventKind kind, Granularity granularity, boolean window, MethodHandler.Method method) {
        return MethodHandler.of(kind, granularity, window ? "window" : "", method, "");
    }
}
