package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lambdamaven.api.DocumentDbChange;
import io.lambdamaven.api.LogEvent;
import io.lambdamaven.api.SesDisposition;
import io.lambdamaven.api.SesMessage;
import io.lambdamaven.api.SnsMessage;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RecordLineTest {
    record Document(String logGroup, List<Map<String, Object>> logEvents) {}

    private final Invocation context = Invocation.live();
    private final List<Object> seen = new ArrayList<>();

    @Test
    void theFirstFailureFailsTheEventAndIsNamed() {
        MethodHandler handler = MethodHandler.of(
                EventKind.SNS,
                RouteTable.EACH,
                "",
                in -> {
                    seen.add(in.payload(String.class));
                    if (seen.size() == 2) {
                        throw new SQLException("no such table");
                    }
                    return null;
                },
                "alerts");

        assertThatThrownBy(() -> handler.invoke(sns("a", "b", "c"), context))
                .isExactlyInstanceOf(SQLException.class)
                .hasMessage("no such table");
        assertThat(seen).containsExactly("a", "b");
        assertThat(context.log).containsExactly("Amazon SNS alerts: failed at the message of notification n-1\n");
    }

    @Test
    void everyRouteIsFoundBeforeTheFirstCall() {
        MethodHandler handler =
                MethodHandler.of(EventKind.SNS, RouteTable.EACH, "", in -> seen.add("called"), "alerts");
        String event = sns("a", "b").replaceAll("alerts(?!.*alerts)", "others");

        assertThatThrownBy(() -> handler.invoke(event, context)).isInstanceOf(UnroutableEventException.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void aRecordCloseToTheDeadlineFailsTheEvent() {
        context.remaining.addAll(List.of(30_000, 499));
        MethodHandler handler =
                MethodHandler.of(EventKind.SNS, RouteTable.EACH, "", in -> seen.add("called"), "alerts");

        assertThatThrownBy(() -> handler.invoke(sns("a", "b"), context))
                .hasMessage("Amazon SNS alerts: the message of notification n-1 was not started because less than 500"
                        + " ms are left; the event is to be delivered again");
        assertThat(seen).hasSize(1);
    }

    @Test
    void aNotificationIsReadWhole() throws IOException {
        MethodHandler handler = MethodHandler.of(
                EventKind.SNS, RouteTable.EACH, "", in -> seen.add(in.payload(SnsMessage.class)), "alerts");

        assertThat(handler.invoke(sns("hello"), context)).isEqualTo("null");
        assertThat(seen)
                .containsExactly(new SnsMessage(
                        "n-0",
                        "arn:aws:sns:eu-central-1:123456789012:alerts",
                        "Greeting",
                        "hello",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of("kind", "new"),
                        "arn:aws:sns:eu-central-1:123456789012:alerts:sub"));
    }

    @Test
    void changesOfOneDatabaseGoToTheRoutesOfTheirCollections() throws IOException {
        List<String> calls = new ArrayList<>();
        MethodHandler handler = new MethodHandler(
                RouteTable.builder(Map.of())
                        .service(0, EventKind.DOCUMENTDB, new String[] {"", "shop", ""}, RouteTable.WHOLE, "", "All")
                        .service(0, EventKind.DOCUMENTDB, new String[] {"", "shop", "x"}, RouteTable.EACH, "", "X")
                        .build(),
                in -> calls.add("called"));
        String event = """
                {"eventSource":"aws:docdb","eventSourceArn":"arn:aws:rds:eu-central-1:1:cluster:docs","events":[
                 {"event":{"operationType":"insert","ns":{"db":"shop","coll":"orders"}}},
                 {"event":{"operationType":"insert","ns":{"db":"shop","coll":"x"}}},
                 {"event":{"operationType":"insert","ns":{"db":"shop","coll":"orders"}}}]}""";

        handler.invoke(event, context);

        assertThat(calls).hasSize(2);
        assertThatThrownBy(() -> handler.invoke(event.replace("shop", "other"), context))
                .hasMessageContaining("DocumentDB (arn:aws:rds:eu-central-1:1:cluster:docs other orders)");
    }

    @Test
    void aChangeThatNamesNoCollectionGoesToEveryRouteItMayConcern() throws IOException {
        List<String> calls = new ArrayList<>();
        MethodHandler handler = new MethodHandler(
                RouteTable.builder(Map.of())
                        .service(
                                0, EventKind.DOCUMENTDB, new String[] {"docs", "shop", ""}, RouteTable.WHOLE, "", "All")
                        .service(1, EventKind.DOCUMENTDB, new String[] {"docs", "shop", "x"}, RouteTable.EACH, "", "X")
                        .service(2, EventKind.DOCUMENTDB, new String[] {"docs", "staff", ""}, RouteTable.EACH, "", "S")
                        .service(3, EventKind.DOCUMENTDB, new String[] {"other", "shop", ""}, RouteTable.EACH, "", "O")
                        .build(),
                in -> calls.add("called"));
        String event = """
                {"eventSource":"aws:docdb","eventSourceArn":"arn:aws:rds:eu-central-1:1:cluster:docs","events":[
                 {"event":{"operationType":"%s"%s}}]}""";

        handler.invoke(event.formatted("invalidate", ""), context);
        assertThat(calls).hasSize(3);
        handler.invoke(event.formatted("dropDatabase", ",\"ns\":{\"db\":\"shop\"}"), context);
        assertThat(calls).hasSize(5);
        assertThatThrownBy(
                        () -> handler.invoke(event.formatted("invalidate", "").replace("docs", "none"), context))
                .hasMessageContaining("cluster:none");
    }

    @Test
    void aChangeWithoutADocumentIsLeftOutWhereOneIsWanted() throws IOException {
        String event = """
                {"eventSource":"aws:docdb","eventSourceArn":"arn:aws:rds:eu-central-1:1:cluster:docs","events":[
                 {"event":{"operationType":"delete","ns":{"db":"shop","coll":"orders"},"documentKey":{"_id":1}}},
                 {"event":{"operationType":"insert","ns":{"db":"shop","coll":"orders"},"fullDocument":{"_id":2}}}]}""";

        MethodHandler.of(
                        EventKind.DOCUMENTDB,
                        RouteTable.EACH,
                        "",
                        in -> seen.add(in.payload(Map.class)),
                        "docs",
                        "",
                        "")
                .invoke(event, context);
        MethodHandler.of(
                        EventKind.DOCUMENTDB,
                        RouteTable.WHOLE,
                        "",
                        in -> seen.add(in.payloads(Map.class)),
                        "docs",
                        "",
                        "")
                .invoke(event, context);

        assertThat(seen).hasToString("[{_id=2}, [{_id=2}]]");
        assertThat(context.log)
                .singleElement()
                .asString()
                .contains("left out, ", "the document of change 1 (delete) is not there");
    }

    @Test
    void aDocumentIsThePayload() throws IOException {
        String event = """
                {"eventSource":"aws:docdb","eventSourceArn":"arn:aws:rds:eu-central-1:1:cluster:docs","events":[
                 {"event":{"operationType":"insert","ns":{"db":"shop","coll":"orders"},
                  "clusterTime":{"$timestamp":{"t":1676588775,"i":9}},
                  "documentKey":{"_id":{"$oid":"63ee"}},"fullDocument":{"_id":{"$oid":"63ee"},"total":1.5}}}]}""";
        MethodHandler handler = MethodHandler.of(
                EventKind.DOCUMENTDB,
                RouteTable.EACH,
                "",
                in -> seen.add(List.of(in.payload(DocumentDbChange.class), in.payload(JsonNode.class))),
                "docs",
                "shop",
                "");

        handler.invoke(event, context);

        assertThat(seen).singleElement().asString().contains("fullDocument={_id={$oid=63ee}, total=1.5}");
        assertThat(seen).singleElement().asString().contains("clusterTime=2023-02-16T23:06:15Z", "\"total\":1.5");
    }

    @Test
    void anEmailIsAnsweredWithItsDisposition() throws IOException {
        String event = """
                {"Records":[{"eventSource":"aws:ses","ses":{"mail":{"messageId":"m","source":"a@b.c",
                 "destination":["d@e.f"],"timestamp":"2026-01-01T00:00:00.000Z","commonHeaders":{"subject":"Hi"}},
                 "receipt":{"recipients":["d@e.f"],"spamVerdict":{"status":"PASS"},"virusVerdict":{"status":"FAIL"}}}}]}""";

        assertThat(ses(RouteTable.EACH, SesDisposition.STOP_RULE_SET).invoke(event, context))
                .isEqualTo("{\"disposition\":\"STOP_RULE_SET\"}");
        assertThat(ses(RouteTable.WHOLE, SesDisposition.STOP_RULE).invoke(event, context))
                .isEqualTo("{\"disposition\":\"STOP_RULE\"}");
        assertThat(ses(RouteTable.EACH, null).invoke(event, context)).isEqualTo("{\"disposition\":\"CONTINUE\"}");
        assertThat(seen.get(0))
                .isEqualTo(new SesMessage(
                        "m",
                        "a@b.c",
                        List.of("d@e.f"),
                        "Hi",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        List.of("d@e.f"),
                        "PASS",
                        "FAIL",
                        "",
                        "",
                        ""));
    }

    @Test
    void logEventsComeUnpackedOneByOneOrTogether() throws IOException {
        String document = """
                {"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"/app","logStream":"s",
                 "subscriptionFilters":["f"],"logEvents":[{"id":"1","timestamp":1000,"message":"one"},
                 {"id":"2","timestamp":2000,"message":"{\\"level\\":\\"ERROR\\"}"}]}""";

        logs(RouteTable.EACH, in -> seen.add(in.payload(LogEvent.class))).invoke(packed(document), context);
        assertThat(seen)
                .element(0)
                .isEqualTo(new LogEvent("1", Instant.ofEpochSecond(1), "one", "/app", "s", "123456789012"));
        seen.clear();
        logs(RouteTable.EACH, in -> seen.add(in.payload(String.class))).invoke(packed(document), context);
        assertThat(seen).containsExactly("one", "{\"level\":\"ERROR\"}");
        seen.clear();
        logs(RouteTable.WHOLE, in -> seen.addAll(in.payloads(String.class))).invoke(packed(document), context);
        assertThat(seen).containsExactly("one", "{\"level\":\"ERROR\"}");
        logs(RouteTable.WHOLE, in -> {
                    assertThat(in.payload(Document.class).logGroup()).isEqualTo("/app");
                    assertThat(in.awsEvent(CloudWatchLogsEvent.class)
                                    .getAwsLogs()
                                    .getData())
                            .isNotEmpty();
                    return seen.add(in.event(String.class));
                })
                .invoke(packed(document), context);
        assertThat(seen).last().asString().contains("awslogs");
    }

    @Test
    void controlMessagesOfLogsReachNobody() throws IOException {
        assertThat(logs(RouteTable.WHOLE, in -> seen.add("called"))
                        .invoke(packed("{\"messageType\":\"CONTROL_MESSAGE\",\"logGroup\":\"\"}"), context))
                .isEqualTo("null");
        assertThat(seen).isEmpty();
    }

    @Test
    void aBombOfLogsIsRefused() throws IOException {
        String bomb = packed("{\"a\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}");
        assertThat(bomb.length()).isLessThan(30_000);

        assertThatThrownBy(() -> logs(RouteTable.EACH, in -> null).invoke(bomb, context))
                .isInstanceOf(BindException.class)
                .hasMessage("awslogs.data is larger than 16777216 bytes when unpacked");
    }

    @Test
    void logsThatAreNoneFailWithWords() throws IOException {
        MethodHandler any = MethodHandler.of(EventKind.LOGS, RouteTable.EACH, "", in -> seen.add("called"), "");

        assertThatThrownBy(() -> any.invoke("{\"awslogs\":{\"data\":\"!\"}}", context))
                .hasMessage("awslogs.data is not base64");
        assertThatThrownBy(() -> any.invoke("{\"awslogs\":{\"data\":\"aGk=\"}}", context))
                .hasMessageStartingWith("awslogs.data is not packed by gzip");
        assertThatThrownBy(() -> any.invoke(packed("oops"), context))
                .hasMessage("CloudWatch Logs: awslogs.data holds no JSON object, so no log events");
        assertThatThrownBy(() -> logs(RouteTable.EACH, in -> null)
                        .invoke(packed("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"/other\"}"), context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("CloudWatch Logs (/other)");
        assertThat(seen).isEmpty();
    }

    @Test
    void aRecordOfCodeCommitIsThePayload() throws IOException {
        String event = """
                {"Records":[{"eventSource":"aws:codecommit","eventName":"ReferenceChanges",
                 "eventSourceARN":"arn:aws:codecommit:eu-central-1:123456789012:repo",
                 "codecommit":{"references":[{"ref":"refs/heads/main"}]}}]}""";
        MethodHandler handler = MethodHandler.of(
                EventKind.CODECOMMIT,
                RouteTable.EACH,
                "",
                in -> seen.add(in.payload(JsonNode.class)
                        .at("/codecommit/references/0/ref")
                        .asText()),
                "repo");

        handler.invoke(event, context);

        assertThat(seen).containsExactly("refs/heads/main");
    }

    private MethodHandler ses(Granularity granularity, SesDisposition disposition) {
        return MethodHandler.of(EventKind.SES, granularity, "", in -> {
            seen.add(granularity == Granularity.EACH ? in.payload(SesMessage.class) : in.event(String.class));
            return disposition;
        });
    }

    private static MethodHandler logs(Granularity granularity, MethodHandler.Method method) {
        return MethodHandler.of(EventKind.LOGS, granularity, "", method, "/app");
    }

    private static String packed(String document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(document.getBytes(StandardCharsets.UTF_8));
        }
        return "{\"awslogs\":{\"data\":\"" + Base64.getEncoder().encodeToString(out.toByteArray()) + "\"}}";
    }

    private static String sns(String... messages) {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < messages.length; i++) {
            records.add("""
                    {"EventSource":"aws:sns","EventSubscriptionArn":"arn:aws:sns:eu-central-1:123456789012:alerts:sub","Sns":{"Type":"Notification","MessageId":"n-%d","Subject":"Greeting","Message":"%s","Timestamp":"2026-01-01T00:00:00.000Z","MessageAttributes":{"kind":{"Type":"String","Value":"new"}},"TopicArn":"arn:aws:sns:eu-central-1:123456789012:alerts"}}""".formatted(i, messages[i]));
        }
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }
}
